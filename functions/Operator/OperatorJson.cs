using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Operator.Links;
using Ascs.Operator.Recognising;
using Ascs.Operator.Reports;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator;

/// <summary>Shapes of the operator's stored documents, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, // an absent member is null: nulls are not written
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(SubscriberHead))]
[JsonSerializable(typeof(Link))]
[JsonSerializable(typeof(IReadOnlyList<SubscriberTag>))]
[JsonSerializable(typeof(NonceRecord))]
[JsonSerializable(typeof(GuessCount))]
[JsonSerializable(typeof(ChunkOrders))]
[JsonSerializable(typeof(ChunkStates))]
[JsonSerializable(typeof(ReportPage))]
[JsonSerializable(typeof(ReportHead))]
[JsonSerializable(typeof(ReportStream))]
internal sealed partial class OperatorJson : JsonSerializerContext;
