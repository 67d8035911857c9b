import pytest

from claims.extraction.decoding import Unreadable, decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Bücherei 🦉".encode(), "Bücherei 🦉"),
        (b"\xef\xbb\xbfSold.", "Sold."),
        (b"\xff\xfe" + "Sold 🦉.".encode("utf-16-le"), "Sold 🦉."),
        (b"\xfe\xff" + "Sold.".encode("utf-16-be"), "Sold."),
        (b"one\r\ntwo\x00", "one\r\ntwo\x00"),
    ],
)
def test_decode_reads_unicode_and_takes_the_mark_away(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"one\ncaf\xe9", "byte 0xe9 at byte 8 (line 2)"),
        (b"\xef\xbb\xbf\xff", "byte 0xff at byte 4 (line 1)"),
        (b"\xed\xa0\x80", "byte 0xed at byte 1 (line 1)"),
        (b"\xff\xfe\x00\xd8", "byte 0x00 at byte 3 (line 1)"),
    ],
)
def test_decode_tells_the_place_of_what_is_no_text(data: bytes, place: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(data)
    assert str(refused.value) == f"not UTF-8: {place}. Save the file as UTF-8."
