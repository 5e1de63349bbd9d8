"""A logo from disk: small enough to keep, or one sentence why not."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from desktop.errors import DeskError
from desktop.office.picture import LONGEST_SIDE, read_picture


def picture(path, kind="PNG", size=(1800, 600), mode="RGBA", **options):
    Image.new(mode, size, "navy").save(path, kind, **options)
    return path


def opened(data):
    return Image.open(io.BytesIO(data))


def test_a_large_picture_is_brought_to_the_size_letters_need(tmp_path):
    made = opened(read_picture(picture(tmp_path / "logo.png"), "logo"))
    assert made.size == (LONGEST_SIDE, LONGEST_SIDE // 3)
    assert made.format == "PNG"


def test_a_small_picture_keeps_its_size_and_what_is_see_through(tmp_path):
    file = tmp_path / "logo.png"
    Image.new("RGBA", (40, 20), (0, 0, 0, 0)).save(file)
    made = opened(read_picture(file, "logo"))
    assert made.size == (40, 20)
    assert made.getpixel((0, 0))[3] == 0


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
def test_a_jpeg_stays_one_in_colours_every_program_knows(tmp_path, mode):
    made = opened(read_picture(picture(tmp_path / "logo.jpg", "JPEG", mode=mode), "logo"))
    assert (made.format, made.mode) == ("JPEG", "RGB")


def test_what_a_camera_wrote_into_it_is_left_out_and_the_picture_stands_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera of somebody"  # turned; maker
    file = picture(tmp_path / "a.jpg", "JPEG", size=(200, 100), mode="RGB", exif=exif)
    data = read_picture(file, "logo")
    assert b"Camera" not in data
    assert opened(data).size == (100, 200)


@pytest.mark.parametrize("mode", ["P", "1", "I;16", "LA"])
def test_unusual_pngs_are_taken(tmp_path, mode):
    file = tmp_path / "odd.png"
    Image.new(mode, (30, 30)).save(file)
    assert opened(read_picture(file, "logo")).size == (30, 30)


@pytest.mark.parametrize(
    "content", [b"", b"not a picture", b"GIF89a\x01\x00", b"%PDF-1.7", b"<svg/>"]
)
def test_something_else_is_refused(tmp_path, content):
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    with pytest.raises(DeskError) as caught:
        read_picture(file, "logo")
    assert caught.value.code == "logo"


def test_a_picture_cut_short_is_refused(tmp_path):
    file = picture(tmp_path / "logo.jpg", "JPEG", mode="RGB")
    file.write_bytes(file.read_bytes()[:-900])
    with pytest.raises(DeskError) as caught:
        read_picture(file, "logo")
    assert caught.value.code == "logo"


def test_a_picture_of_absurd_size_is_refused_before_it_is_unpacked(tmp_path):
    file = picture(tmp_path / "logo.png", size=(9000, 9000), mode="1")
    with pytest.raises(DeskError) as caught:
        read_picture(file, "logo")
    assert caught.value.code == "logo"


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(DeskError) as caught:
        read_picture(tmp_path / "gone.png", "logo")
    assert caught.value.code == "logo_file"
