"""Images that the user brings: a logo, a signature."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from clausewright.problem import Problem

MOST_BYTES = 8_000_000
MOST_PIXELS = 16_000_000
SIDE = 1200
"""Pixels that a longer side is reduced to: 400 dots per inch where a logo or a signature is set largest."""

# Named to Pillow, since a "logo.png" with PostScript inside would start Ghostscript.
_FORMATS = ("PNG", "JPEG")

_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def check_image(data: bytes) -> bytes:
    """The image as a plain PNG, upright and without metadata, with no side longer than ``SIDE``.

    Raises Problem for what is no PNG or JPEG, damaged, or larger than 16 megapixels.
    """
    if len(data) > MOST_BYTES:
        raise Problem("The image is larger than 8 MB.", "Save it smaller.")
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Problem("The image has more than 16 megapixels.", "Save it smaller.")
            return _plain(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, *_BOMBS):
        raise Problem("The image is no PNG or JPEG, or it is damaged.", "Save it as PNG.") from None


def _plain(image: Image.Image) -> bytes:
    has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    # A camera notes how it was held, in metadata that we drop.
    plain = ImageOps.exif_transpose(image).convert("RGBA" if has_alpha else "RGB")
    plain.thumbnail((SIDE, SIDE))
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    file = BytesIO()
    clean.save(file, "PNG")
    return file.getvalue()
