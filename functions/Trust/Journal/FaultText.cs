namespace Ascs.Trust.Journal;

/// <summary>An exception without its message, which may quote what was being handled.</summary>
internal static class FaultText
{
    private const int MaxTypes = 5;
    private const int MaxFrames = 12;

    /// <summary>Types and places.</summary>
    public static string Of(Exception fault)
    {
        var frames = (fault.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MaxFrames);
        return $"{TypesOf(fault)} {string.Join(" | ", frames)}";
    }

    /// <summary>Types only, from the outside in.</summary>
    public static string TypesOf(Exception fault)
    {
        var types = new List<string>();
        for (var current = fault; current is not null && types.Count < MaxTypes; current = current.InnerException) types.Add(current.GetType().Name);
        return string.Join(" < ", types);
    }
}
