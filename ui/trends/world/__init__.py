"""Where: the countries of the world by what is counted, with what is known of the watch there."""
