"""What the locked door says."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "vault"
TEXTS = {
    "title": mark("vault", "OSAwatch is locked"),
    "told": mark("vault", "This profile is encrypted. It opens for: {0}"),
    "field": mark("vault", "Passphrase or recovery code"),
    "open": mark("vault", "Open"),
    "quit": mark("vault", "Quit"),
    "opening": mark("vault", "Opening…"),
    "wrong": mark("vault", "That does not open it. {0}"),
    "lock": mark("vault", "Lock"),
    "switch": mark("vault", "Switch user…"),
    "unsaved": mark("vault", "There are changes that are not saved. Leave them?"),
    "not_encrypted": mark("vault", "not encrypted"),
    "encrypt": mark("vault", "Encrypt this profile…"),
    "encrypt_told": mark(
        "vault",
        "All of it is encrypted with a key that your passphrase opens. It takes at least 12"
        " characters. Without passphrase and recovery code nobody can open it again.",
    ),
    "again": mark("vault", "The same again"),
    "differ": mark("vault", "The two are not the same."),
    "encrypt_now": mark("vault", "Encrypt"),
    "encrypting": mark("vault", "Encrypting…"),
    "decrypting": mark("vault", "Making it plain…"),
    "shut": mark(
        "vault",
        "Then the window opens anew. If this is interrupted, the next start goes on or takes it"
        " back; nothing is lost.",
    ),
    "code": mark("vault", "Write this recovery code down and keep it apart from the laptop:"),
    "code_kept": mark("vault", "I have written it down"),
    "cancel": mark("vault", "Cancel"),
    "users": mark("vault", "Users and passphrase…"),
    "users_told": mark(
        "vault",
        "Whoever is in this list opens the profile. Each way in bears the name that what is done"
        " through it is written under.",
    ),
    "name": mark("vault", "Name"),
    "kind": mark("vault", "Opens with"),
    "kind_passphrase": mark("vault", "passphrase"),
    "kind_recovery": mark("vault", "recovery code on paper"),
    "kind_keyring": mark("vault", "keyring of this desktop"),
    "kind_escrow": mark("vault", "headquarters' key (escrow)"),
    "now": mark("vault", "Your passphrase"),
    "fresh": mark("vault", "New passphrase"),
    "working": mark("vault", "Working…"),
    "close": mark("vault", "Close"),
    "no_secret": mark("vault", "Your passphrase is needed."),
    "no_name": mark("vault", "A name is needed."),
    "too_short": mark("vault", "A new passphrase takes at least {0} characters."),
    "wrong_now": mark("vault", "That passphrase does not open this profile."),
    "add": mark("vault", "Add a user…"),
    "add_told": mark(
        "vault",
        "Your own passphrase first; then the colleague types a name and a passphrase of their own.",
    ),
    "add_do": mark("vault", "Add"),
    "change": mark("vault", "Change my passphrase…"),
    "change_told": mark(
        "vault", "The old one opens nothing any more. Nothing is encrypted anew, so it is quick."
    ),
    "change_do": mark("vault", "Change"),
    "renew": mark("vault", "New recovery code…"),
    "renew_told": mark(
        "vault", "A code is shown once, to write down. One that was made before opens nothing then."
    ),
    "renew_do": mark("vault", "Make a code"),
    "keyring": mark("vault", "Open by keyring…"),
    "keyring_told": mark(
        "vault",
        "Whoever is signed in to this desktop then opens the profile without a passphrase, under"
        " this name. Leave it out where that is too little.",
    ),
    "escrow": mark("vault", "Headquarters' key…"),
    "escrow_told": mark(
        "vault",
        "Whoever holds the key that belongs to this address can open a copy of the profile when"
        " passphrase and code are lost.",
    ),
    "recipient": mark("vault", "Address of headquarters' key (age1…)"),
    "no_recipient": mark("vault", "The address of the key is needed."),
    "drop": mark("vault", "Take out…"),
    "drop_told": mark("vault", "{0} can open this profile no more. Past decisions keep the name."),
    "drop_code": mark(
        "vault",
        "The recovery code opens nothing any more: a lost passphrase is then lost for good.",
    ),
    "drop_do": mark("vault", "Take out"),
    "drop_last": mark("vault", "The last way in stays: nobody could open the profile."),
    "plain": mark("vault", "Back to plain…"),
    "plain_told": mark(
        "vault",
        "All of this profile is written to the disk unencrypted, and whoever has the laptop can"
        " read it. All ways in and the recovery code go. The window closes, which may take some"
        " minutes, and opens anew; when it is interrupted, the next start goes on or takes it"
        " back.",
    ),
    "plain_do": mark("vault", "Make it plain"),
    "plain_never": mark("vault", "The policy {0} lets no profile be plain."),
    "plain_yet": mark("vault", "This profile is not encrypted: it has no users."),
    "recovered": mark("vault", "Choose a new passphrase"),
    "recovered_told": mark(
        "vault",
        "A recovery code opens a profile once. Say who you are and choose a new passphrase; then a"
        " new code is shown.",
    ),
    "recovered_do": mark("vault", "Open"),
    "once": mark("vault", "With a recovery code a new passphrase is needed. Nothing was changed."),
    "typed": mark("vault", "Typed before the lock, and not saved"),
    "typed_told": mark(
        "vault",
        "Nobody else is shown it. Copy what you need to where it belongs; until you remove it,"
        " it is shown each time you open the profile.",
    ),
    "typed_gone": mark("vault", "What was typed before the lock cannot be read. {0}"),
    "later": mark("vault", "Keep it"),
    "remove": mark("vault", "Remove it"),
    "copy": mark("vault", "Copy"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)
