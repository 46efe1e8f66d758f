using System.Globalization;

namespace Ascs.Journeys.Tests.Hosts;

/// <summary>How a command ended.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record HostResult(int Code, string Output, string Errors)
{
    /// <summary>Lines of standard error that are no journal entries: those begin with their date.</summary>
    public string[] Sentences => [.. Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !DateTime.TryParse(line.Split(' ')[0], CultureInfo.InvariantCulture, out _))];
}
