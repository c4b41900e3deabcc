"""How a claimed message leaves: composed for its channel and handed to the provider."""

from __future__ import annotations

from learnconnect_app import wiring
from learnconnect_app.adapters.mailers import mailer
from learnconnect_app.adapters.pushers import pusher
from learnconnect_app.domain.outbox import CANNOT_BE_WORDED
from learnconnect_app.domain.ports import SendError
from learnconnect_app.scheduler.sending import Deliver
from learnconnect_app.services.mail_composition import composed
from learnconnect_app.services.outbox_claims import Claimed
from learnconnect_app.services.outbox_results import Outcome, Result
from learnconnect_app.services.push_messages import composed_push
from learnconnect_app.settings import settings


def by_mail() -> Deliver:
    sender, public_url = mailer(settings()), settings().public_url

    def deliver(claimed: Claimed) -> Result:
        try:
            mail = composed(claimed.row, public_url)
        except CANNOT_BE_WORDED as error:
            raise _cannot_be_worded(error) from error
        sender.send(mail)
        return Result(claimed, Outcome.SENT, keeps_secrets=sender.name == "local")

    return deliver


def by_push() -> Deliver:
    sender, public_url = pusher(settings()), settings().public_url

    def deliver(claimed: Claimed) -> Result:
        assert claimed.subscription is not None
        try:
            push = composed_push(claimed.row, claimed.subscription, public_url, now=wiring.now())
        except CANNOT_BE_WORDED as error:
            raise _cannot_be_worded(error) from error
        sender.send(push)
        return Result(claimed, Outcome.SENT)

    return deliver


def _cannot_be_worded(error: Exception) -> SendError:
    return SendError(f"cannot be worded: {error!r}", is_final=True)
