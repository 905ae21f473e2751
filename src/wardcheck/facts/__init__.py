"""What several questions need, each defined once. No rows and no printing."""
