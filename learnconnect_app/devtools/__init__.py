"""Commands for developers and operators: content check, seed, demo account, bench."""
