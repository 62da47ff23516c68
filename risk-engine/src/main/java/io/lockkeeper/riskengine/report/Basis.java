package io.lockkeeper.riskengine.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What an estimate is made from. Finished runs are compared with it, so it never has a calibration in it.
 *
 * @param seconds how long the work takes where it goes as fast as was measured once
 * @param runs how many finished runs of the target have corrected the estimate; 0: none
 */
public record Basis(Work work, double seconds, int runs) {

    /** Both, kind by kind. */
    static List<Basis> sum(List<Basis> some, List<Basis> others) {
        List<Basis> all = new ArrayList<>(some);
        for (Basis other : others) {
            all.replaceAll(one -> one.work() == other.work()
                    ? new Basis(one.work(), one.seconds() + other.seconds(), Math.max(one.runs(), other.runs()))
                    : one);
            if (all.stream().noneMatch(one -> one.work() == other.work())) {
                all.add(other);
            }
        }
        return all;
    }
}
