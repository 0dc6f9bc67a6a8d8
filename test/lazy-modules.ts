/**
 * What the core and the worker load when it is first needed, loaded before the first test of a runtime that all tests share: a
 * load that outlives the test that began it would fail those after it.
 */
import "#core/badges/raster/draw-picture.ts";
import "#core/badges/raster/png.ts";
import "#core/standards/checking/check-style.ts";
import "#schemas/compiled/cyclonedx-1.2.js";
import "#schemas/compiled/cyclonedx-1.3.js";
import "#schemas/compiled/cyclonedx-1.4.js";
import "#schemas/compiled/cyclonedx-1.5.js";
import "#schemas/compiled/cyclonedx-1.6.js";
import "#schemas/compiled/cyclonedx-1.7.js";
import "#schemas/compiled/spdx-2.2.js";
import "#schemas/compiled/spdx-2.3.js";
import "#site/compiled/rule-pages.js";
import "../workers/badges/encode-png.ts";
