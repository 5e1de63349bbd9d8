"""The field: students, requests, rules and dates as plain values. No Qt, no SQL, no wall clock."""
