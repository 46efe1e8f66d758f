using System.Globalization;
using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>Where dispatches and usage are and how they are written.</summary>
internal static class DispatchDocuments
{
    /// <summary>Id of the state of a dispatch, container Work, partition = the dispatch id.</summary>
    public const string State = "state";

    /// <summary>Id of its content, same partition.</summary>
    public const string Content = "content";

    /// <summary>Id of what says whose it is, same partition: an enterprise that asks has to find it first.</summary>
    public static string OwnerId(EnterpriseId enterprise) => $"of-{enterprise}";

    /// <summary>Id of a person's usage, container Heads, partition = the tag.</summary>
    public const string Usage = "usage";

    public static DocumentSchema<SendState> StateSchema { get; } = new("dispatch state", 1, DispatchJson.Default.SendState);

    public static DocumentSchema<DispatchContent> ContentSchema { get; } = new("dispatch content", 1, DispatchJson.Default.DispatchContent);

    public static DocumentSchema<Usage> UsageSchema { get; } = new("usage", 1, DispatchJson.Default.Usage);

    public static DocumentSchema<IReadOnlyList<UsageEntry>> UsagePageSchema { get; } = new("usage page", 1, DispatchJson.Default.IReadOnlyListUsageEntry);

    public static DocumentKey StateOf(DispatchId dispatch) => new(dispatch.ToString(), State);

    public static DocumentKey OwnerOf(EnterpriseId enterprise, DispatchId dispatch) => new(dispatch.ToString(), OwnerId(enterprise));

    public static DocumentKey ContentOf(DispatchId dispatch) => new(dispatch.ToString(), Content);

    public static DocumentKey UsageOf(SubscriberTag tag) => new(tag.ToString(), Usage);

    /// <summary>Id of a page of older usage, same partition as the usage.</summary>
    public static string UsagePage(int page) => string.Create(CultureInfo.InvariantCulture, $"{Usage}-{page:D8}");
}

/// <summary>Generated serialisation of dispatches. Members at their default are left out: a state is written often.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(SendState))]
[JsonSerializable(typeof(DispatchContent))]
[JsonSerializable(typeof(Usage))]
[JsonSerializable(typeof(IReadOnlyList<UsageEntry>))]
internal sealed partial class DispatchJson : JsonSerializerContext;
