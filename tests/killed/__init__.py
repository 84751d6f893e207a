"""A portal under SIGKILL: the server that is killed, the people at work, and what has to hold."""
