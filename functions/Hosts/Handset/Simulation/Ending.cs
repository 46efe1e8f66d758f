namespace Ascs.Hosts.Handset.Simulation;

/// <summary>How a hand-over ends. The numbers are stored; they never change meaning.</summary>
internal enum Ending
{
    /// <summary>Shown on the phone.</summary>
    Delivered = 1,

    /// <summary>The phone never shows it; the receipt has a code.</summary>
    Failed = 2,

    /// <summary>Its validity passed before the delivery.</summary>
    Expired = 3,

    /// <summary>Not accepted at all: no phone, no receipt.</summary>
    Rejected = 9,
}
