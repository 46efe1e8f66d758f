namespace Ascs.Trust.Limits;

/// <summary>What an instance has taken out of an enterprise's quota and not spent. One at a time changes it.</summary>
internal sealed class QuotaShare
{
    private const long Part = 1000; // of the quota

    public SemaphoreSlim Access { get; } = new(1, 1);

    /// <summary>The day it is of; a share ends with its day.</summary>
    public string Day { get; private set; } = "";

    public long Left { get; set; }

    /// <summary>What nobody had taken when this instance looked last.</summary>
    public long Unshared { get; set; }

    public void Begin(string day)
    {
        if (day != Day) (Day, Left, Unshared) = (day, 0, 0);
    }

    /// <summary>How much to take out: some in advance, all that is missing, or nothing at all when that is not there.</summary>
    public static long Next(long perDay, long taken, long missing)
    {
        var free = Math.Max(0, perDay - taken);
        return missing > free ? 0 : Math.Min(free, Math.Max(missing, perDay / Part));
    }
}
