"""An address as a QR code (ISO/IEC 18004), in plain rows, for whoever draws it."""

import segno


def code_of(address: str) -> tuple[str, ...]:
    """The rows of the code without its margin: "1" where it is dark."""
    return tuple("".join(str(bit) for bit in row) for row in segno.make_qr(address, error="m").matrix)
