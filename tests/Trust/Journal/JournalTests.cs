using System.Text.Json;
using Ascs.Trust.Journal;
using Ascs.Trust.Tests.Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Ascs.Trust.Tests.Journal;

public sealed class JournalTests : ILogger, IDisposable
{
    private static readonly FixedTime Time = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, 123, TimeSpan.Zero));

    private readonly StringWriter written = new();

    private ConsoleFormatter formatter = new JournalJsonFormatter(Time);

    [Fact]
    public void a_line_has_time_level_file_line_message_and_trace()
    {
        using var activity = new System.Diagnostics.Activity("test").SetIdFormat(System.Diagnostics.ActivityIdFormat.W3C).Start();
        this.Note("something happened");
        var line = JsonDocument.Parse(written.ToString()).RootElement;
        Assert.Equal("2026-11-22T20:00:00.123+08:00", line.GetProperty("time").GetString());
        Assert.Equal(("INFO", "Run", "JournalTests.cs", "something happened"),
            (Text(line, "level"), Text(line, "kind"), Text(line, "file"), Text(line, "message")));
        Assert.InRange(line.GetProperty("line").GetInt32(), 20, 40);
        Assert.Equal(activity.TraceId.ToHexString(), Text(line, "traceId"));
    }

    [Fact]
    public void people_read_the_same_on_one_line()
    {
        formatter = new JournalFormatter(Time);
        this.Business("authorisation taken");
        Assert.Matches(@"^2026-11-22 20:00:00\.123 INFO  JournalTests\.cs:[0-9]+ <Business> authorisation taken\n$", written.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void the_three_logs_are_told_apart()
    {
        this.Warn("a");
        this.Business("b");
        this.Change("c");
        Assert.Equal(["WARN Run", "INFO Business", "INFO Change"], Lines().Select(line => $"{Text(line, "level")} {Text(line, "kind")}"));
    }

    [Fact]
    public void an_exceptions_own_words_are_not_written_not_even_a_frameworks()
    {
        var fault = new InvalidOperationException("13912345678", new FormatException("460001234567890"));
        this.Fault(fault, "reading failed");
        this.LogError(fault, "a framework says {What}", "so");
        Assert.All(Lines(), line => Assert.Contains("InvalidOperationException < FormatException", Text(line, "message"), StringComparison.Ordinal));
        Assert.DoesNotContain("13912345678", written.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("460001234567890", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void a_message_cannot_forge_a_line()
    {
        formatter = new JournalFormatter(Time);
        this.Note("one\r\n2026-11-22 20:00:00.123 ERROR two");
        Assert.Single(written.ToString().TrimEnd().Split('\n'));
    }

    public void Dispose() => written.Dispose();

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> text) =>
        formatter.Write(new LogEntry<TState>(logLevel, "category", eventId, state, exception, text), null, written);

    private static string? Text(JsonElement line, string member) => line.GetProperty(member).GetString();

    private List<JsonElement> Lines() => [.. written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
