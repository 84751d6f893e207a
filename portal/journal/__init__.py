"""The journal (操作日志): every act of the desk, chained by hash so that nothing can be undone.

`record` belongs inside the transaction of the act. What each action is called for people stands in
`wording`; the mathematics of the chain in `chain`; what notices a cut end in `head`; the proof in
`proof`.
"""

from portal.journal.chain import attach, record
from portal.journal.head import accept_head
from portal.journal.proof import Verdict, verify

__all__ = ["Verdict", "accept_head", "attach", "record", "verify"]
