namespace Ascs.Trust.Audit;

/// <summary>How long audit records are kept after the day they were made: six months at least (CHEAA-4.1.6 d).</summary>
public readonly record struct AuditTerm
{
    /// <summary>The longest half year there is: 1 July to 31 December, 184 days; 183 whole days behind the day itself.</summary>
    public const int FewestDays = 183;

    /// <summary>A century.</summary>
    public const int MostDays = 36_525;

    /// <summary>A term.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Shorter than the standard allows, or longer than a century.</exception>
    public AuditTerm(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, FewestDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        Days = days;
    }

    /// <summary>Half a year.</summary>
    public static AuditTerm Shortest { get; } = new(FewestDays);

    /// <summary>In days.</summary>
    public int Days { get; }

    /// <summary>As a span.</summary>
    public TimeSpan ToSpan() => TimeSpan.FromDays(Math.Max(Days, FewestDays));
}
