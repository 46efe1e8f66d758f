using Ascs.Contracts;

namespace Ascs.Trust.Calls;

/// <summary>How far peers' clocks are from this platform's, as far as their answers tell.</summary>
public interface IPeerClocks
{
    /// <summary>True when the newest answer of the peer can't have come from a clock within two seconds of ours; false before the first answer.</summary>
    bool IsOff(PlatId peer);
}
