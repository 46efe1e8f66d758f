namespace Ascs.Contracts;

/// <summary>What an endpoint takes at most.</summary>
/// <param name="MaxBodyBytes">Bytes of the body.</param>
/// <param name="MaxItems">Items of its longest list; 1 where there is none.</param>
public sealed record EndpointLimits(int MaxBodyBytes, int MaxItems)
{
    /// <summary>Small calls: 64 KiB.</summary>
    public static EndpointLimits Single { get; } = new(64 * 1024, 1);

    /// <summary>Calls about one person, who has up to four identifiers: 64 KiB.</summary>
    public static EndpointLimits Person { get; } = new(64 * 1024, 4);

    /// <summary>Batches of up to 500: 1 MiB.</summary>
    public static EndpointLimits Batch { get; } = new(1024 * 1024, 500);
}
