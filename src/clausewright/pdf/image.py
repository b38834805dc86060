"""Images that the user brings: a logo, a signature."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from clausewright.problem import Problem

MOST_BYTES = 8_000_000
MOST_PIXELS = 16_000_000

# Named to Pillow, since a "logo.png" with PostScript inside would start Ghostscript.
_FORMATS = ("PNG", "JPEG")


def check_image(data: bytes) -> bytes:
    """The image as a plain PNG, without metadata. Raises Problem for what is no PNG or JPEG, damaged,
    or larger than 16 megapixels."""
    if len(data) > MOST_BYTES:
        raise Problem("The image is larger than 8 MB.", "Save it smaller.")
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Problem("The image has more than 16 megapixels.", "Save it smaller.")
            return _plain(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Problem("The image is no PNG or JPEG, or it is damaged.", "Save it as PNG.") from None


def _plain(image: Image.Image) -> bytes:
    has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    plain = image.convert("RGBA" if has_alpha else "RGB")
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    file = BytesIO()
    clean.save(file, "PNG")
    return file.getvalue()
