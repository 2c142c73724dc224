"""What schemathesis does not know by itself: a PDF goes as the bytes that it is."""

import schemathesis

schemathesis.serializer.alias("application/pdf", "application/octet-stream")
