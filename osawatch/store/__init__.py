"""The one SQLite file: schema, migrations, one file a domain. sqlite errors end here."""
