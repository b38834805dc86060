"""The two sides as the papers name them."""

from clausewright.deal.agreement import ClientDeal
from clausewright.deal.field import is_blank
from clausewright.deal.party import Address, Client, Provider
from clausewright.documents.words import Words
from clausewright.wording import Format


def provider_role(deal: ClientDeal, words: Words, form: Format) -> str:
    """What the contract calls the freelancer."""
    return deal.provider.role.strip() or words.say("party.provider", form)


def place(address: Address, form: Format) -> str:
    """City and country."""
    return _joined(address.city, form.country(address.country) if address.country else "")


def postal_address(address: Address, form: Format) -> str:
    """On one line: street, postal code and city, country."""
    city = " ".join(part.strip() for part in (address.postal_code, address.city) if not is_blank(part))
    return _joined(address.street, city, form.country(address.country) if address.country else "")


def provider_details(provider: Provider, words: Words, form: Format) -> tuple[str, ...]:
    """What is known of the provider besides the name, one thing a line."""
    return _known(
        words.say("party.trading-as", form, name=provider.trade_name) if provider.trade_name.strip() else "",
        *_register(provider, words, form),
        postal_address(provider.address, form),
        provider.email,
        provider.phone,
        provider.website,
    )


def client_details(client: Client, words: Words, form: Format) -> tuple[str, ...]:
    return _known(
        *_register(client, words, form),
        postal_address(client.address, form),
        client.email,
        client.phone,
    )


def approver(client: Client, words: Words, form: Format) -> str:
    """Name and position of the one who decides for the client."""
    person = client.approver
    if is_blank(person.position):
        return person.name.strip()
    return words.say("party.contact", form, name=person.name, position=person.position)


def initials(name: str) -> str:
    """One or two letters for the square that stands in for a logo."""
    parts = [part for part in name.split() if part[0].isalnum()]
    return "".join(part[0] for part in (*parts[:1], *parts[1:][-1:])).upper()


def _register(party: Provider | Client, words: Words, form: Format) -> tuple[str, str]:
    registered, vat = party.registration_number, party.vat_number
    return (
        "" if is_blank(registered) else words.say("party.registration", form, number=registered),
        "" if is_blank(vat) else words.say("party.vat", form, number=vat),
    )


def _known(*lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if not is_blank(line))


def _joined(*parts: str) -> str:
    return ", ".join(_known(*parts))
