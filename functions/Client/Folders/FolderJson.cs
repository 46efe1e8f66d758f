using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.Client.Folders;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PartyCodes))]
internal sealed partial class FolderJson : JsonSerializerContext;

/// <summary>What the client reads of party.json.</summary>
internal sealed record PartyCodes(IReadOnlyDictionary<OperatorId, IReadOnlyList<string>>? NetworkCodes = null);
