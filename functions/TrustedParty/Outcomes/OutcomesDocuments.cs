using System.Globalization;
using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>Where records of communication and operators' reports are and how they are written.</summary>
internal static class OutcomesDocuments
{
    /// <summary>Id of an operator's inbox head, container Work, partition of <see cref="InboxOf"/>.</summary>
    public const string Head = "head";

    /// <summary>Begin of the ids of reports, same partition.</summary>
    public const string ReportPrefix = "report-";

    public static DocumentSchema<CommunicationRecords> RecordsSchema { get; } = new("communication records", 1, OutcomesJson.Default.CommunicationRecords);

    public static DocumentSchema<InboxReport> ReportSchema { get; } = new("operator report", 1, OutcomesJson.Default.InboxReport);

    public static DocumentSchema<InboxHead> HeadSchema { get; } = new("report inbox", 1, OutcomesJson.Default.InboxHead);

    public static string Round(int round) => string.Create(CultureInfo.InvariantCulture, $"round-{round:D6}");

    public static string InboxOf(OperatorId home) => $"reports-{home}";

    public static string Report(long first) => string.Create(CultureInfo.InvariantCulture, $"{ReportPrefix}{first:D15}");
}

/// <summary>Generated serialisation of outcomes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CommunicationRecords))]
[JsonSerializable(typeof(InboxReport))]
[JsonSerializable(typeof(InboxHead))]
[JsonSerializable(typeof(Dictionary<int, string>))]
internal sealed partial class OutcomesJson : JsonSerializerContext;
