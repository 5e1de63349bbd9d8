"""Plain sentences made from codes, the same in the window, on the command line and on paper."""
