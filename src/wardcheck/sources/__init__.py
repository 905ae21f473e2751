"""Published results -> ward files: one reader a published layout, one way into the store."""
