"""Country codes of GDELT: FIPS 10-4 to ISO 3166-1 alpha-2, where the two differ.

FIPS 10-4 was withdrawn by NIST in 2008; GDELT still uses it. SF is South Africa, RS is Russia.
Every code of FIPS that is not named here is the ISO code as well.
Source: FIPS PUB 10-4 and ISO 3166-1, from general knowledge.
"""

from __future__ import annotations

import re

_DIFFERENT = """
AA AW  AC AG  AG DZ  AJ AZ  AN AD  AQ AS  AS AU  AU AT  AV AI  AY AQ  BA BH  BC BW
BD BM  BF BS  BG BD  BH BZ  BK BA  BL BO  BM MM  BN BJ  BO BY  BP SB  BU BG  BX BN
BY BI  CB KH  CD TD  CE LK  CF CG  CG CD  CH CN  CI CL  CJ KY  CK CC  CN KM  CQ MP
CS CR  CT CF  CW CK  DA DK  DO DM  DR DO  EI IE  EK GQ  EN EE  ES SV  EZ CZ  FG GF
FP PF  FS TF  GA GM  GB GA  GG GE  GJ GD  GK GG  GM DE  GQ GU  GV GN  GZ PS  HA HT
HO HN  IC IS  IS IL  IV CI  IZ IQ  JA JP  KN KP  KR KI  KS KR  KT CX  KU KW  KV XK
LE LB  LG LV  LH LT  LI LR  LO SK  LS LI  LT LS  MA MG  MB MQ  MC MO  MF YT  MG MN
MH MS  MI MW  MJ ME  MN MC  MO MA  MP MU  MU OM  NE NU  NG NE  NH VU  NI NG  NN SX
NS SR  NU NI  OD SS  PA PY  PC PN  PL PL  PM PA  PO PT  PP PG  PS PW  PU GW  RI RS
RM MH  RN MF  RP PH  RQ PR  RS RU  SB PM  SC KN  SE SC  SF ZA  SG SN  SN SG  SP ES
SR RS  ST LC  SU SD  SV SJ  SW SE  SZ CH  TB BL  TD TT  TI TJ  TK TC  TL TK  TN TO
TO TG  TP ST  TS TN  TT TL  TU TR  TX TM  UC CW  UK GB  UP UA  UV BF  VC VC  VI VG
VM VN  VQ VI  VT VA  WA NA  WE PS  WI EH  WQ UM  WZ SZ  YM YE  ZA ZM  ZI ZW
"""


def _pairs() -> dict[str, str]:
    words = re.findall(r"[A-Z]{2}", _DIFFERENT)
    return {fips: iso for fips, iso in zip(words[::2], words[1::2], strict=True) if fips != iso}


ISO = _pairs()
_NOWHERE = frozenset({"OS", "OC"})  # oceans, of GDELT's own


def iso(code: str) -> str:
    """The ISO code of a country in FIPS 10-4."""
    return "" if code.upper() in _NOWHERE else ISO.get(code.upper(), code.upper())
