namespace Ascs.Journeys.Tests.Systems;

/// <summary>A running system whose platforms' clock can be moved; the handset's can't.</summary>
public class ShiftedSystem : RunningSystem
{
    internal ShiftedClock Clock { get; } = new();

    internal override TimeProvider Time => Clock;
}
