"""Builds the Word templates of ``templates/vn``: ``python -m templates.source``.

What several kinds share (header, signature block, recipients) is written once here. The templates stay lean: a
styles part with only what the decree needs, because LibreOffice spends most of a conversion on loading styles.
An office that wants another layout edits ``template.docx`` in Word; this tool is only how ours came to be.
"""
