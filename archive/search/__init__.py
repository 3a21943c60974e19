"""Finding documents as people remember them: without accents, by number, by unit, by signer.

`fold` makes text comparable, `query` reads what people type, `index` holds the text, `conditions` turns a
query into SQL, and one module per engine (`sqlite`, `postgresql`) asks for the words.
"""
