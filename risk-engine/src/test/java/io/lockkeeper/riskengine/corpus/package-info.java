/**
 * The acceptance corpora: statements as people write them, each labelled by what real servers do and what a careful
 * administrator would say, independently of the rules that are measured with them.
 */
@NullMarked
package io.lockkeeper.riskengine.corpus;

import org.jspecify.annotations.NullMarked;
