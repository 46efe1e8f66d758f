namespace Ascs.Operator.Deliveries;

/// <summary>Where an order stands. The letters are stored.</summary>
internal enum OrderState
{
    /// <summary>Durable here; nothing else known.</summary>
    Accepted = 'a',

    /// <summary>The gateway took it; not reported yet, as the receipt may be a moment away.</summary>
    SubmittedUntold = 's',

    /// <summary>The gateway took it; reported.</summary>
    Submitted = 'S',

    /// <summary>Perhaps handed over; reported, never handed over again.</summary>
    Unknown = 'U',

    /// <summary>Receipt: arrived.</summary>
    Delivered = 'D',

    /// <summary>Receipt: failed.</summary>
    Failed = 'F',

    /// <summary>Refused here or by the gateway.</summary>
    Refused = 'R',

    /// <summary>Provably never handed over.</summary>
    NotSent = 'N',

    /// <summary>The same order is at work in another chunk, which reports it.</summary>
    Repeated = 'X',
}
