"""The admin port: a copy of the release that is queried and changed at once (staging), and its publication as a new release."""
