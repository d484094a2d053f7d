"""Speech with times: captions and the segments of speech recognition, as turns in plain text."""
