package dev.truename.cri.own;

import dev.truename.cri.backend.ImageBackend;
import dev.truename.cri.backend.ImageBackendContract;
import dev.truename.cri.event.NodeListener;
import dev.truename.pull.failure.PullException;

/// The contract, held by the store of our own.
class OwnStoreContractTest extends ImageBackendContract {
    @Override
    protected ImageBackend backend(NodeListener listener) throws PullException {
        return new OwnStores().open(folder.resolve("store"), listener);
    }
}
