"""Tables as they were read, to one inventory in standard 1.0; every value that changes on the way is noted."""

from algreg_lib.inventory.conversion.converting import Conversion, conversion
from algreg_lib.inventory.conversion.recoding import Recoding

__all__ = ["Conversion", "Recoding", "conversion"]
