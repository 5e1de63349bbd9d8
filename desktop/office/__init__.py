"""The office around the records: keys and keychain, public holidays, guidance, the wall clock."""
