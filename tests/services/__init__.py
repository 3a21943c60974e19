"""Real servers for tests: thrown away, on free ports of this machine, started and stopped by the tests."""
