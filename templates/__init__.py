"""Where the templates of the kinds come from; see ``templates.source``."""
