"""Who speaks: from the words of a source to the party they mean within the article."""
