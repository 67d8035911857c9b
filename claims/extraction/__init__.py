"""Plain words out of bytes that strangers made. Plain Python, no Django.

`html` and `markdown` run as processes of their own, within limits: a page that makes a parser run wild costs that
process and nothing else. `claims.intake.confined` starts them.
"""
