// No policy governs WebRTC, so it is gone before anything else runs.
// A fresh realm to have it back from cannot be had: a nested frame gets its own origin.
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection"]) delete self[name];
