namespace Ascs.Trust.Journal;

/// <summary>An exception without its message, which may quote what was being handled.</summary>
internal static class FaultText
{
    private const int MaxFrames = 12;

    public static string Of(Exception fault)
    {
        var types = new List<string>();
        for (var current = fault; current is not null && types.Count < 5; current = current.InnerException) types.Add(current.GetType().Name);
        var frames = (fault.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MaxFrames);
        return $"{string.Join(" < ", types)} {string.Join(" | ", frames)}";
    }
}
