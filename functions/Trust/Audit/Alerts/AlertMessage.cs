using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ascs.Contracts;

namespace Ascs.Trust.Audit.Alerts;

/// <summary>An alert on the wire: <c>type</c>, <c>timestamp</c>, <c>data</c>, as Standard Webhooks recommends.</summary>
internal static class AlertMessage
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Alert alert, PlatId platform)
    {
        var (chinese, english) = AlertTexts.Of(alert.Rule);
        var message = new JsonObject
        {
            ["type"] = "ascs.alert",
            ["timestamp"] = alert.At.ToTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["data"] = new JsonObject
            {
                ["platform"] = platform.ToString(), ["rule"] = alert.Rule.ToString(), ["subject"] = alert.Subject, ["count"] = alert.Count,
                ["text"] = new JsonObject { ["zh"] = chinese, ["en"] = english },
            },
        };
        return JsonSerializer.SerializeToUtf8Bytes(message, Options);
    }
}
