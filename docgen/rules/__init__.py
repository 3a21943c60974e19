"""Nghị định 30/2020/NĐ-CP as pure functions and constants, one module per part of the decree.

Nothing here reads a file, a clock or a setting: values in, text or figures out.
"""
