"""One file a wire format: its shape as the wire has it, and an adapter to `feeds.model`."""
