"""Accounts: people of the desk, their passwords, sign-ins and second factors."""
