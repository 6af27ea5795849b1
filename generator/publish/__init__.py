"""Publishing that cannot hurt: stage, verify and swap in; the last good site stays whole."""
