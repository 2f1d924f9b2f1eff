/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from 'protobufjs/minimal.js';

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const tensorboard = $root.tensorboard = (() => {

    const tensorboard = {};

    tensorboard.WorkerHealth = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "OK"] = 0;
        values[valuesById[1] = "RECEIVED_SHUTDOWN_SIGNAL"] = 1;
        values[valuesById[2] = "INTERNAL_ERROR"] = 2;
        values[valuesById[3] = "SHUTTING_DOWN"] = 3;
        return values;
    })();

    tensorboard.WorkerShutdownMode = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "DEFAULT"] = 0;
        values[valuesById[1] = "NOT_CONFIGURED"] = 1;
        values[valuesById[2] = "WAIT_FOR_COORDINATOR"] = 2;
        values[valuesById[3] = "SHUTDOWN_AFTER_TIMEOUT"] = 3;
        return values;
    })();

    tensorboard.Event = (function() {

        const Event = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Event.prototype.wallTime = 0;
        Event.prototype.step = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        Event.prototype.fileVersion = null;
        Event.prototype.graphDef = null;
        Event.prototype.summary = null;
        Event.prototype.logMessage = null;
        Event.prototype.sessionLog = null;
        Event.prototype.taggedRunMetadata = null;
        Event.prototype.metaGraphDef = null;
        Event.prototype.sourceMetadata = null;

        let $oneOfFields;

        $Object.defineProperty(Event.prototype, "what", {
            get: $util.oneOfGetter($oneOfFields = ["fileVersion", "graphDef", "summary", "logMessage", "sessionLog", "taggedRunMetadata", "metaGraphDef"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        Event.create = function(properties) {
            return new Event(properties);
        };

        Event.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.wallTime != null && $Object.hasOwnProperty.call(message, "wallTime") && !$Object.is(message.wallTime, 0))
                writer.uint32(9).double(message.wallTime);
            if (message.step != null && $Object.hasOwnProperty.call(message, "step") && (typeof message.step === "object" ? message.step.low || message.step.high : message.step !== 0))
                writer.uint32(16).int64(message.step);
            if (message.fileVersion != null && $Object.hasOwnProperty.call(message, "fileVersion"))
                writer.uint32(26).string(message.fileVersion);
            if (message.graphDef != null && $Object.hasOwnProperty.call(message, "graphDef"))
                writer.uint32(34).bytes(message.graphDef);
            if (message.summary != null && $Object.hasOwnProperty.call(message, "summary"))
                $root.tensorboard.Summary.encode(message.summary, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.logMessage != null && $Object.hasOwnProperty.call(message, "logMessage"))
                $root.tensorboard.LogMessage.encode(message.logMessage, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.sessionLog != null && $Object.hasOwnProperty.call(message, "sessionLog"))
                $root.tensorboard.SessionLog.encode(message.sessionLog, writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.taggedRunMetadata != null && $Object.hasOwnProperty.call(message, "taggedRunMetadata"))
                $root.tensorboard.TaggedRunMetadata.encode(message.taggedRunMetadata, writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.metaGraphDef != null && $Object.hasOwnProperty.call(message, "metaGraphDef"))
                writer.uint32(74).bytes(message.metaGraphDef);
            if (message.sourceMetadata != null && $Object.hasOwnProperty.call(message, "sourceMetadata"))
                $root.tensorboard.SourceMetadata.encode(message.sourceMetadata, writer.uint32(82).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Event.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.Event();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.wallTime = value;
                        else
                            delete message.wallTime;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.step = value;
                        else
                            delete message.step;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.fileVersion = reader.stringVerify();
                        message.what = "fileVersion";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.graphDef = reader.bytes();
                        message.what = "graphDef";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.summary = $root.tensorboard.Summary.decode(reader, reader.size(), $undefined, _depth + 1, message.summary);
                        message.what = "summary";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.logMessage = $root.tensorboard.LogMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.logMessage);
                        message.what = "logMessage";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.sessionLog = $root.tensorboard.SessionLog.decode(reader, reader.size(), $undefined, _depth + 1, message.sessionLog);
                        message.what = "sessionLog";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.taggedRunMetadata = $root.tensorboard.TaggedRunMetadata.decode(reader, reader.size(), $undefined, _depth + 1, message.taggedRunMetadata);
                        message.what = "taggedRunMetadata";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.metaGraphDef = reader.bytes();
                        message.what = "metaGraphDef";
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.sourceMetadata = $root.tensorboard.SourceMetadata.decode(reader, reader.size(), $undefined, _depth + 1, message.sourceMetadata);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Event;
    })();

    tensorboard.SourceMetadata = (function() {

        const SourceMetadata = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SourceMetadata.prototype.writer = "";

        SourceMetadata.create = function(properties) {
            return new SourceMetadata(properties);
        };

        SourceMetadata.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.writer != null && $Object.hasOwnProperty.call(message, "writer") && message.writer !== "")
                writer.uint32(10).string(message.writer);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SourceMetadata.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.SourceMetadata();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.writer = value;
                        else
                            delete message.writer;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SourceMetadata;
    })();

    tensorboard.LogMessage = (function() {

        const LogMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        LogMessage.prototype.level = 0;
        LogMessage.prototype.message = "";

        LogMessage.create = function(properties) {
            return new LogMessage(properties);
        };

        LogMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.level != null && $Object.hasOwnProperty.call(message, "level") && message.level !== 0)
                writer.uint32(8).int32(message.level);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(18).string(message.message);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        LogMessage.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.LogMessage();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.level = value;
                        else
                            delete message.level;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        LogMessage.Level = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNKNOWN"] = 0;
            values[valuesById[10] = "DEBUGGING"] = 10;
            values[valuesById[20] = "INFO"] = 20;
            values[valuesById[30] = "WARN"] = 30;
            values[valuesById[40] = "ERROR"] = 40;
            values[valuesById[50] = "FATAL"] = 50;
            return values;
        })();

        return LogMessage;
    })();

    tensorboard.SessionLog = (function() {

        const SessionLog = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SessionLog.prototype.status = 0;
        SessionLog.prototype.checkpointPath = "";
        SessionLog.prototype.msg = "";

        SessionLog.create = function(properties) {
            return new SessionLog(properties);
        };

        SessionLog.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                writer.uint32(8).int32(message.status);
            if (message.checkpointPath != null && $Object.hasOwnProperty.call(message, "checkpointPath") && message.checkpointPath !== "")
                writer.uint32(18).string(message.checkpointPath);
            if (message.msg != null && $Object.hasOwnProperty.call(message, "msg") && message.msg !== "")
                writer.uint32(26).string(message.msg);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SessionLog.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.SessionLog();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.status = value;
                        else
                            delete message.status;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.checkpointPath = value;
                        else
                            delete message.checkpointPath;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.msg = value;
                        else
                            delete message.msg;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        SessionLog.SessionStatus = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STATUS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "START"] = 1;
            values[valuesById[2] = "STOP"] = 2;
            values[valuesById[3] = "CHECKPOINT"] = 3;
            return values;
        })();

        return SessionLog;
    })();

    tensorboard.TaggedRunMetadata = (function() {

        const TaggedRunMetadata = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TaggedRunMetadata.prototype.tag = "";
        TaggedRunMetadata.prototype.runMetadata = $util.newBuffer([]);

        TaggedRunMetadata.create = function(properties) {
            return new TaggedRunMetadata(properties);
        };

        TaggedRunMetadata.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.tag != null && $Object.hasOwnProperty.call(message, "tag") && message.tag !== "")
                writer.uint32(10).string(message.tag);
            if (message.runMetadata != null && $Object.hasOwnProperty.call(message, "runMetadata") && message.runMetadata.length)
                writer.uint32(18).bytes(message.runMetadata);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        TaggedRunMetadata.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.TaggedRunMetadata();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.tag = value;
                        else
                            delete message.tag;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.runMetadata = value;
                        else
                            delete message.runMetadata;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return TaggedRunMetadata;
    })();

    tensorboard.WatchdogConfig = (function() {

        const WatchdogConfig = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        WatchdogConfig.prototype.timeoutMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        WatchdogConfig.create = function(properties) {
            return new WatchdogConfig(properties);
        };

        WatchdogConfig.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && (typeof message.timeoutMs === "object" ? message.timeoutMs.low || message.timeoutMs.high : message.timeoutMs !== 0))
                writer.uint32(8).int64(message.timeoutMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        WatchdogConfig.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.WatchdogConfig();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.timeoutMs = value;
                        else
                            delete message.timeoutMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return WatchdogConfig;
    })();

    tensorboard.RequestedExitCode = (function() {

        const RequestedExitCode = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RequestedExitCode.prototype.exitCode = 0;

        RequestedExitCode.create = function(properties) {
            return new RequestedExitCode(properties);
        };

        RequestedExitCode.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.exitCode != null && $Object.hasOwnProperty.call(message, "exitCode") && message.exitCode !== 0)
                writer.uint32(8).int32(message.exitCode);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        RequestedExitCode.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.RequestedExitCode();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.exitCode = value;
                        else
                            delete message.exitCode;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RequestedExitCode;
    })();

    tensorboard.WorkerHeartbeatRequest = (function() {

        const WorkerHeartbeatRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        WorkerHeartbeatRequest.prototype.shutdownMode = 0;
        WorkerHeartbeatRequest.prototype.watchdogConfig = null;
        WorkerHeartbeatRequest.prototype.exitCode = null;

        WorkerHeartbeatRequest.create = function(properties) {
            return new WorkerHeartbeatRequest(properties);
        };

        WorkerHeartbeatRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.shutdownMode != null && $Object.hasOwnProperty.call(message, "shutdownMode") && message.shutdownMode !== 0)
                writer.uint32(8).int32(message.shutdownMode);
            if (message.watchdogConfig != null && $Object.hasOwnProperty.call(message, "watchdogConfig"))
                $root.tensorboard.WatchdogConfig.encode(message.watchdogConfig, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.exitCode != null && $Object.hasOwnProperty.call(message, "exitCode"))
                $root.tensorboard.RequestedExitCode.encode(message.exitCode, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        WorkerHeartbeatRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.WorkerHeartbeatRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.shutdownMode = value;
                        else
                            delete message.shutdownMode;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.watchdogConfig = $root.tensorboard.WatchdogConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.watchdogConfig);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.exitCode = $root.tensorboard.RequestedExitCode.decode(reader, reader.size(), $undefined, _depth + 1, message.exitCode);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return WorkerHeartbeatRequest;
    })();

    tensorboard.WorkerHeartbeatResponse = (function() {

        const WorkerHeartbeatResponse = function (properties) {
            this.workerLog = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        WorkerHeartbeatResponse.prototype.healthStatus = 0;
        WorkerHeartbeatResponse.prototype.workerLog = $util.emptyArray;
        WorkerHeartbeatResponse.prototype.hostname = "";

        WorkerHeartbeatResponse.create = function(properties) {
            return new WorkerHeartbeatResponse(properties);
        };

        WorkerHeartbeatResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.healthStatus != null && $Object.hasOwnProperty.call(message, "healthStatus") && message.healthStatus !== 0)
                writer.uint32(8).int32(message.healthStatus);
            if (message.workerLog != null && message.workerLog.length)
                for (let i = 0; i < message.workerLog.length; ++i)
                    $root.tensorboard.Event.encode(message.workerLog[i], writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.hostname != null && $Object.hasOwnProperty.call(message, "hostname") && message.hostname !== "")
                writer.uint32(26).string(message.hostname);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        WorkerHeartbeatResponse.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.WorkerHeartbeatResponse();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.healthStatus = value;
                        else
                            delete message.healthStatus;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.workerLog && message.workerLog.length))
                            message.workerLog = [];
                        message.workerLog.push($root.tensorboard.Event.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.hostname = value;
                        else
                            delete message.hostname;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return WorkerHeartbeatResponse;
    })();

    tensorboard.DataClass = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "DATA_CLASS_UNKNOWN"] = 0;
        values[valuesById[1] = "DATA_CLASS_SCALAR"] = 1;
        values[valuesById[2] = "DATA_CLASS_TENSOR"] = 2;
        values[valuesById[3] = "DATA_CLASS_BLOB_SEQUENCE"] = 3;
        return values;
    })();

    tensorboard.SummaryDescription = (function() {

        const SummaryDescription = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SummaryDescription.prototype.typeHint = "";

        SummaryDescription.create = function(properties) {
            return new SummaryDescription(properties);
        };

        SummaryDescription.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.typeHint != null && $Object.hasOwnProperty.call(message, "typeHint") && message.typeHint !== "")
                writer.uint32(10).string(message.typeHint);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SummaryDescription.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.SummaryDescription();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.typeHint = value;
                        else
                            delete message.typeHint;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SummaryDescription;
    })();

    tensorboard.SummaryMetadata = (function() {

        const SummaryMetadata = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SummaryMetadata.prototype.pluginData = null;
        SummaryMetadata.prototype.displayName = "";
        SummaryMetadata.prototype.summaryDescription = "";
        SummaryMetadata.prototype.dataClass = 0;

        SummaryMetadata.create = function(properties) {
            return new SummaryMetadata(properties);
        };

        SummaryMetadata.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.pluginData != null && $Object.hasOwnProperty.call(message, "pluginData"))
                $root.tensorboard.SummaryMetadata.PluginData.encode(message.pluginData, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.displayName != null && $Object.hasOwnProperty.call(message, "displayName") && message.displayName !== "")
                writer.uint32(18).string(message.displayName);
            if (message.summaryDescription != null && $Object.hasOwnProperty.call(message, "summaryDescription") && message.summaryDescription !== "")
                writer.uint32(26).string(message.summaryDescription);
            if (message.dataClass != null && $Object.hasOwnProperty.call(message, "dataClass") && message.dataClass !== 0)
                writer.uint32(32).int32(message.dataClass);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SummaryMetadata.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.SummaryMetadata();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.pluginData = $root.tensorboard.SummaryMetadata.PluginData.decode(reader, reader.size(), $undefined, _depth + 1, message.pluginData);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.displayName = value;
                        else
                            delete message.displayName;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.summaryDescription = value;
                        else
                            delete message.summaryDescription;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.dataClass = value;
                        else
                            delete message.dataClass;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        SummaryMetadata.PluginData = (function() {

            const PluginData = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PluginData.prototype.pluginName = "";
            PluginData.prototype.content = $util.newBuffer([]);

            PluginData.create = function(properties) {
                return new PluginData(properties);
            };

            PluginData.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pluginName != null && $Object.hasOwnProperty.call(message, "pluginName") && message.pluginName !== "")
                    writer.uint32(10).string(message.pluginName);
                if (message.content != null && $Object.hasOwnProperty.call(message, "content") && message.content.length)
                    writer.uint32(18).bytes(message.content);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PluginData.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.SummaryMetadata.PluginData();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.pluginName = value;
                            else
                                delete message.pluginName;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.content = value;
                            else
                                delete message.content;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PluginData;
        })();

        return SummaryMetadata;
    })();

    tensorboard.Summary = (function() {

        const Summary = function (properties) {
            this.value = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        Summary.prototype.value = $util.emptyArray;

        Summary.create = function(properties) {
            return new Summary(properties);
        };

        Summary.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.value != null && message.value.length)
                for (let i = 0; i < message.value.length; ++i)
                    $root.tensorboard.Summary.Value.encode(message.value[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        Summary.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.Summary();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.value && message.value.length))
                            message.value = [];
                        message.value.push($root.tensorboard.Summary.Value.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        Summary.Image = (function() {

            const Image = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Image.prototype.height = 0;
            Image.prototype.width = 0;
            Image.prototype.colorspace = 0;
            Image.prototype.encodedImageString = $util.newBuffer([]);

            Image.create = function(properties) {
                return new Image(properties);
            };

            Image.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.height != null && $Object.hasOwnProperty.call(message, "height") && message.height !== 0)
                    writer.uint32(8).int32(message.height);
                if (message.width != null && $Object.hasOwnProperty.call(message, "width") && message.width !== 0)
                    writer.uint32(16).int32(message.width);
                if (message.colorspace != null && $Object.hasOwnProperty.call(message, "colorspace") && message.colorspace !== 0)
                    writer.uint32(24).int32(message.colorspace);
                if (message.encodedImageString != null && $Object.hasOwnProperty.call(message, "encodedImageString") && message.encodedImageString.length)
                    writer.uint32(34).bytes(message.encodedImageString);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Image.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.Summary.Image();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.height = value;
                            else
                                delete message.height;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.width = value;
                            else
                                delete message.width;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.colorspace = value;
                            else
                                delete message.colorspace;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.encodedImageString = value;
                            else
                                delete message.encodedImageString;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Image;
        })();

        Summary.Audio = (function() {

            const Audio = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Audio.prototype.sampleRate = 0;
            Audio.prototype.numChannels = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Audio.prototype.lengthFrames = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Audio.prototype.encodedAudioString = $util.newBuffer([]);
            Audio.prototype.contentType = "";

            Audio.create = function(properties) {
                return new Audio(properties);
            };

            Audio.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sampleRate != null && $Object.hasOwnProperty.call(message, "sampleRate") && !$Object.is(message.sampleRate, 0))
                    writer.uint32(13).float(message.sampleRate);
                if (message.numChannels != null && $Object.hasOwnProperty.call(message, "numChannels") && (typeof message.numChannels === "object" ? message.numChannels.low || message.numChannels.high : message.numChannels !== 0))
                    writer.uint32(16).int64(message.numChannels);
                if (message.lengthFrames != null && $Object.hasOwnProperty.call(message, "lengthFrames") && (typeof message.lengthFrames === "object" ? message.lengthFrames.low || message.lengthFrames.high : message.lengthFrames !== 0))
                    writer.uint32(24).int64(message.lengthFrames);
                if (message.encodedAudioString != null && $Object.hasOwnProperty.call(message, "encodedAudioString") && message.encodedAudioString.length)
                    writer.uint32(34).bytes(message.encodedAudioString);
                if (message.contentType != null && $Object.hasOwnProperty.call(message, "contentType") && message.contentType !== "")
                    writer.uint32(42).string(message.contentType);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Audio.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.Summary.Audio();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.sampleRate = value;
                            else
                                delete message.sampleRate;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.numChannels = value;
                            else
                                delete message.numChannels;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.lengthFrames = value;
                            else
                                delete message.lengthFrames;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.encodedAudioString = value;
                            else
                                delete message.encodedAudioString;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.contentType = value;
                            else
                                delete message.contentType;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Audio;
        })();

        Summary.Value = (function() {

            const Value = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Value.prototype.nodeName = "";
            Value.prototype.tag = "";
            Value.prototype.metadata = null;
            Value.prototype.simpleValue = null;
            Value.prototype.obsoleteOldStyleHistogram = null;
            Value.prototype.image = null;
            Value.prototype.histo = null;
            Value.prototype.audio = null;
            Value.prototype.tensor = null;

            let $oneOfFields;

            $Object.defineProperty(Value.prototype, "value", {
                get: $util.oneOfGetter($oneOfFields = ["simpleValue", "obsoleteOldStyleHistogram", "image", "histo", "audio", "tensor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Value.create = function(properties) {
                return new Value(properties);
            };

            Value.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tag != null && $Object.hasOwnProperty.call(message, "tag") && message.tag !== "")
                    writer.uint32(10).string(message.tag);
                if (message.simpleValue != null && $Object.hasOwnProperty.call(message, "simpleValue"))
                    writer.uint32(21).float(message.simpleValue);
                if (message.obsoleteOldStyleHistogram != null && $Object.hasOwnProperty.call(message, "obsoleteOldStyleHistogram"))
                    writer.uint32(26).bytes(message.obsoleteOldStyleHistogram);
                if (message.image != null && $Object.hasOwnProperty.call(message, "image"))
                    $root.tensorboard.Summary.Image.encode(message.image, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.histo != null && $Object.hasOwnProperty.call(message, "histo"))
                    $root.tensorboard.HistogramProto.encode(message.histo, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.audio != null && $Object.hasOwnProperty.call(message, "audio"))
                    $root.tensorboard.Summary.Audio.encode(message.audio, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.nodeName != null && $Object.hasOwnProperty.call(message, "nodeName") && message.nodeName !== "")
                    writer.uint32(58).string(message.nodeName);
                if (message.tensor != null && $Object.hasOwnProperty.call(message, "tensor"))
                    $root.tensorboard.TensorProto.encode(message.tensor, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata"))
                    $root.tensorboard.SummaryMetadata.encode(message.metadata, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Value.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.Summary.Value();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nodeName = value;
                            else
                                delete message.nodeName;
                            continue;
                        }
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.tag = value;
                            else
                                delete message.tag;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.metadata = $root.tensorboard.SummaryMetadata.decode(reader, reader.size(), $undefined, _depth + 1, message.metadata);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            message.simpleValue = reader.float();
                            message.value = "simpleValue";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.obsoleteOldStyleHistogram = reader.bytes();
                            message.value = "obsoleteOldStyleHistogram";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.image = $root.tensorboard.Summary.Image.decode(reader, reader.size(), $undefined, _depth + 1, message.image);
                            message.value = "image";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.histo = $root.tensorboard.HistogramProto.decode(reader, reader.size(), $undefined, _depth + 1, message.histo);
                            message.value = "histo";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.audio = $root.tensorboard.Summary.Audio.decode(reader, reader.size(), $undefined, _depth + 1, message.audio);
                            message.value = "audio";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.tensor = $root.tensorboard.TensorProto.decode(reader, reader.size(), $undefined, _depth + 1, message.tensor);
                            message.value = "tensor";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Value;
        })();

        return Summary;
    })();

    tensorboard.HistogramProto = (function() {

        const HistogramProto = function (properties) {
            this.bucketLimit = [];
            this.bucket = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        HistogramProto.prototype.min = 0;
        HistogramProto.prototype.max = 0;
        HistogramProto.prototype.num = 0;
        HistogramProto.prototype.sum = 0;
        HistogramProto.prototype.sumSquares = 0;
        HistogramProto.prototype.bucketLimit = $util.emptyArray;
        HistogramProto.prototype.bucket = $util.emptyArray;

        HistogramProto.create = function(properties) {
            return new HistogramProto(properties);
        };

        HistogramProto.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.min != null && $Object.hasOwnProperty.call(message, "min") && !$Object.is(message.min, 0))
                writer.uint32(9).double(message.min);
            if (message.max != null && $Object.hasOwnProperty.call(message, "max") && !$Object.is(message.max, 0))
                writer.uint32(17).double(message.max);
            if (message.num != null && $Object.hasOwnProperty.call(message, "num") && !$Object.is(message.num, 0))
                writer.uint32(25).double(message.num);
            if (message.sum != null && $Object.hasOwnProperty.call(message, "sum") && !$Object.is(message.sum, 0))
                writer.uint32(33).double(message.sum);
            if (message.sumSquares != null && $Object.hasOwnProperty.call(message, "sumSquares") && !$Object.is(message.sumSquares, 0))
                writer.uint32(41).double(message.sumSquares);
            if (message.bucketLimit != null && message.bucketLimit.length)
                writer.uint32(50).doubles(message.bucketLimit);
            if (message.bucket != null && message.bucket.length)
                writer.uint32(58).doubles(message.bucket);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        HistogramProto.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.HistogramProto();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.min = value;
                        else
                            delete message.min;
                        continue;
                    }
                case 2: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.max = value;
                        else
                            delete message.max;
                        continue;
                    }
                case 3: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.num = value;
                        else
                            delete message.num;
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.sum = value;
                        else
                            delete message.sum;
                        continue;
                    }
                case 5: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.sumSquares = value;
                        else
                            delete message.sumSquares;
                        continue;
                    }
                case 6: {
                        if (wireType === 2) {
                            if (!(message.bucketLimit && message.bucketLimit.length))
                                message.bucketLimit = [];
                            reader.doubles(message.bucketLimit);
                            continue;
                        }
                        if (wireType !== 1)
                            break;
                        if (!(message.bucketLimit && message.bucketLimit.length))
                            message.bucketLimit = [];
                        message.bucketLimit.push(reader.double());
                        continue;
                    }
                case 7: {
                        if (wireType === 2) {
                            if (!(message.bucket && message.bucket.length))
                                message.bucket = [];
                            reader.doubles(message.bucket);
                            continue;
                        }
                        if (wireType !== 1)
                            break;
                        if (!(message.bucket && message.bucket.length))
                            message.bucket = [];
                        message.bucket.push(reader.double());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return HistogramProto;
    })();

    tensorboard.TensorProto = (function() {

        const TensorProto = function (properties) {
            this.halfVal = [];
            this.floatVal = [];
            this.doubleVal = [];
            this.intVal = [];
            this.stringVal = [];
            this.scomplexVal = [];
            this.int64Val = [];
            this.boolVal = [];
            this.dcomplexVal = [];
            this.resourceHandleVal = [];
            this.variantVal = [];
            this.uint32Val = [];
            this.uint64Val = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TensorProto.prototype.dtype = 0;
        TensorProto.prototype.tensorShape = null;
        TensorProto.prototype.versionNumber = 0;
        TensorProto.prototype.tensorContent = $util.newBuffer([]);
        TensorProto.prototype.halfVal = $util.emptyArray;
        TensorProto.prototype.floatVal = $util.emptyArray;
        TensorProto.prototype.doubleVal = $util.emptyArray;
        TensorProto.prototype.intVal = $util.emptyArray;
        TensorProto.prototype.stringVal = $util.emptyArray;
        TensorProto.prototype.scomplexVal = $util.emptyArray;
        TensorProto.prototype.int64Val = $util.emptyArray;
        TensorProto.prototype.boolVal = $util.emptyArray;
        TensorProto.prototype.dcomplexVal = $util.emptyArray;
        TensorProto.prototype.resourceHandleVal = $util.emptyArray;
        TensorProto.prototype.variantVal = $util.emptyArray;
        TensorProto.prototype.uint32Val = $util.emptyArray;
        TensorProto.prototype.uint64Val = $util.emptyArray;
        TensorProto.prototype.float8Val = $util.newBuffer([]);

        TensorProto.create = function(properties) {
            return new TensorProto(properties);
        };

        TensorProto.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.dtype != null && $Object.hasOwnProperty.call(message, "dtype") && message.dtype !== 0)
                writer.uint32(8).int32(message.dtype);
            if (message.tensorShape != null && $Object.hasOwnProperty.call(message, "tensorShape"))
                $root.tensorboard.TensorShapeProto.encode(message.tensorShape, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.versionNumber != null && $Object.hasOwnProperty.call(message, "versionNumber") && message.versionNumber !== 0)
                writer.uint32(24).int32(message.versionNumber);
            if (message.tensorContent != null && $Object.hasOwnProperty.call(message, "tensorContent") && message.tensorContent.length)
                writer.uint32(34).bytes(message.tensorContent);
            if (message.floatVal != null && message.floatVal.length)
                writer.uint32(42).floats(message.floatVal);
            if (message.doubleVal != null && message.doubleVal.length)
                writer.uint32(50).doubles(message.doubleVal);
            if (message.intVal != null && message.intVal.length)
                writer.uint32(58).int32s(message.intVal);
            if (message.stringVal != null && message.stringVal.length)
                for (let i = 0; i < message.stringVal.length; ++i)
                    writer.uint32(66).bytes(message.stringVal[i]);
            if (message.scomplexVal != null && message.scomplexVal.length)
                writer.uint32(74).floats(message.scomplexVal);
            if (message.int64Val != null && message.int64Val.length)
                writer.uint32(82).int64s(message.int64Val);
            if (message.boolVal != null && message.boolVal.length)
                writer.uint32(90).bools(message.boolVal);
            if (message.dcomplexVal != null && message.dcomplexVal.length)
                writer.uint32(98).doubles(message.dcomplexVal);
            if (message.halfVal != null && message.halfVal.length)
                writer.uint32(106).int32s(message.halfVal);
            if (message.resourceHandleVal != null && message.resourceHandleVal.length)
                for (let i = 0; i < message.resourceHandleVal.length; ++i)
                    $root.tensorboard.ResourceHandleProto.encode(message.resourceHandleVal[i], writer.uint32(114).fork(), _depth + 1).ldelim();
            if (message.variantVal != null && message.variantVal.length)
                for (let i = 0; i < message.variantVal.length; ++i)
                    $root.tensorboard.VariantTensorDataProto.encode(message.variantVal[i], writer.uint32(122).fork(), _depth + 1).ldelim();
            if (message.uint32Val != null && message.uint32Val.length)
                writer.uint32(130).uint32s(message.uint32Val);
            if (message.uint64Val != null && message.uint64Val.length)
                writer.uint32(138).uint64s(message.uint64Val);
            if (message.float8Val != null && $Object.hasOwnProperty.call(message, "float8Val") && message.float8Val.length)
                writer.uint32(146).bytes(message.float8Val);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        TensorProto.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.TensorProto();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.dtype = value;
                        else
                            delete message.dtype;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.tensorShape = $root.tensorboard.TensorShapeProto.decode(reader, reader.size(), $undefined, _depth + 1, message.tensorShape);
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.versionNumber = value;
                        else
                            delete message.versionNumber;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.tensorContent = value;
                        else
                            delete message.tensorContent;
                        continue;
                    }
                case 13: {
                        if (wireType === 2) {
                            if (!(message.halfVal && message.halfVal.length))
                                message.halfVal = [];
                            reader.int32s(message.halfVal);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.halfVal && message.halfVal.length))
                            message.halfVal = [];
                        message.halfVal.push(reader.int32());
                        continue;
                    }
                case 5: {
                        if (wireType === 2) {
                            if (!(message.floatVal && message.floatVal.length))
                                message.floatVal = [];
                            reader.floats(message.floatVal);
                            continue;
                        }
                        if (wireType !== 5)
                            break;
                        if (!(message.floatVal && message.floatVal.length))
                            message.floatVal = [];
                        message.floatVal.push(reader.float());
                        continue;
                    }
                case 6: {
                        if (wireType === 2) {
                            if (!(message.doubleVal && message.doubleVal.length))
                                message.doubleVal = [];
                            reader.doubles(message.doubleVal);
                            continue;
                        }
                        if (wireType !== 1)
                            break;
                        if (!(message.doubleVal && message.doubleVal.length))
                            message.doubleVal = [];
                        message.doubleVal.push(reader.double());
                        continue;
                    }
                case 7: {
                        if (wireType === 2) {
                            if (!(message.intVal && message.intVal.length))
                                message.intVal = [];
                            reader.int32s(message.intVal);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.intVal && message.intVal.length))
                            message.intVal = [];
                        message.intVal.push(reader.int32());
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if (!(message.stringVal && message.stringVal.length))
                            message.stringVal = [];
                        message.stringVal.push(reader.bytes());
                        continue;
                    }
                case 9: {
                        if (wireType === 2) {
                            if (!(message.scomplexVal && message.scomplexVal.length))
                                message.scomplexVal = [];
                            reader.floats(message.scomplexVal);
                            continue;
                        }
                        if (wireType !== 5)
                            break;
                        if (!(message.scomplexVal && message.scomplexVal.length))
                            message.scomplexVal = [];
                        message.scomplexVal.push(reader.float());
                        continue;
                    }
                case 10: {
                        if (wireType === 2) {
                            if (!(message.int64Val && message.int64Val.length))
                                message.int64Val = [];
                            reader.int64s(message.int64Val);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.int64Val && message.int64Val.length))
                            message.int64Val = [];
                        message.int64Val.push(reader.int64());
                        continue;
                    }
                case 11: {
                        if (wireType === 2) {
                            if (!(message.boolVal && message.boolVal.length))
                                message.boolVal = [];
                            reader.bools(message.boolVal);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.boolVal && message.boolVal.length))
                            message.boolVal = [];
                        message.boolVal.push(reader.bool());
                        continue;
                    }
                case 12: {
                        if (wireType === 2) {
                            if (!(message.dcomplexVal && message.dcomplexVal.length))
                                message.dcomplexVal = [];
                            reader.doubles(message.dcomplexVal);
                            continue;
                        }
                        if (wireType !== 1)
                            break;
                        if (!(message.dcomplexVal && message.dcomplexVal.length))
                            message.dcomplexVal = [];
                        message.dcomplexVal.push(reader.double());
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        if (!(message.resourceHandleVal && message.resourceHandleVal.length))
                            message.resourceHandleVal = [];
                        message.resourceHandleVal.push($root.tensorboard.ResourceHandleProto.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        if (!(message.variantVal && message.variantVal.length))
                            message.variantVal = [];
                        message.variantVal.push($root.tensorboard.VariantTensorDataProto.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 16: {
                        if (wireType === 2) {
                            if (!(message.uint32Val && message.uint32Val.length))
                                message.uint32Val = [];
                            reader.uint32s(message.uint32Val);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.uint32Val && message.uint32Val.length))
                            message.uint32Val = [];
                        message.uint32Val.push(reader.uint32());
                        continue;
                    }
                case 17: {
                        if (wireType === 2) {
                            if (!(message.uint64Val && message.uint64Val.length))
                                message.uint64Val = [];
                            reader.uint64s(message.uint64Val);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.uint64Val && message.uint64Val.length))
                            message.uint64Val = [];
                        message.uint64Val.push(reader.uint64());
                        continue;
                    }
                case 18: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.float8Val = value;
                        else
                            delete message.float8Val;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return TensorProto;
    })();

    tensorboard.VariantTensorDataProto = (function() {

        const VariantTensorDataProto = function (properties) {
            this.tensors = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        VariantTensorDataProto.prototype.typeName = "";
        VariantTensorDataProto.prototype.metadata = $util.newBuffer([]);
        VariantTensorDataProto.prototype.tensors = $util.emptyArray;

        VariantTensorDataProto.create = function(properties) {
            return new VariantTensorDataProto(properties);
        };

        VariantTensorDataProto.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.typeName != null && $Object.hasOwnProperty.call(message, "typeName") && message.typeName !== "")
                writer.uint32(10).string(message.typeName);
            if (message.metadata != null && $Object.hasOwnProperty.call(message, "metadata") && message.metadata.length)
                writer.uint32(18).bytes(message.metadata);
            if (message.tensors != null && message.tensors.length)
                for (let i = 0; i < message.tensors.length; ++i)
                    $root.tensorboard.TensorProto.encode(message.tensors[i], writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        VariantTensorDataProto.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.VariantTensorDataProto();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.typeName = value;
                        else
                            delete message.typeName;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.metadata = value;
                        else
                            delete message.metadata;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.tensors && message.tensors.length))
                            message.tensors = [];
                        message.tensors.push($root.tensorboard.TensorProto.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return VariantTensorDataProto;
    })();

    tensorboard.ResourceHandleProto = (function() {

        const ResourceHandleProto = function (properties) {
            this.dtypesAndShapes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ResourceHandleProto.prototype.device = "";
        ResourceHandleProto.prototype.container = "";
        ResourceHandleProto.prototype.name = "";
        ResourceHandleProto.prototype.hashCode = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        ResourceHandleProto.prototype.maybeTypeName = "";
        ResourceHandleProto.prototype.dtypesAndShapes = $util.emptyArray;

        ResourceHandleProto.create = function(properties) {
            return new ResourceHandleProto(properties);
        };

        ResourceHandleProto.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                writer.uint32(10).string(message.device);
            if (message.container != null && $Object.hasOwnProperty.call(message, "container") && message.container !== "")
                writer.uint32(18).string(message.container);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(26).string(message.name);
            if (message.hashCode != null && $Object.hasOwnProperty.call(message, "hashCode") && (typeof message.hashCode === "object" ? message.hashCode.low || message.hashCode.high : message.hashCode !== 0))
                writer.uint32(32).uint64(message.hashCode);
            if (message.maybeTypeName != null && $Object.hasOwnProperty.call(message, "maybeTypeName") && message.maybeTypeName !== "")
                writer.uint32(42).string(message.maybeTypeName);
            if (message.dtypesAndShapes != null && message.dtypesAndShapes.length)
                for (let i = 0; i < message.dtypesAndShapes.length; ++i)
                    $root.tensorboard.ResourceHandleProto.DtypeAndShape.encode(message.dtypesAndShapes[i], writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ResourceHandleProto.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.ResourceHandleProto();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.device = value;
                        else
                            delete message.device;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.container = value;
                        else
                            delete message.container;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.hashCode = value;
                        else
                            delete message.hashCode;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.maybeTypeName = value;
                        else
                            delete message.maybeTypeName;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.dtypesAndShapes && message.dtypesAndShapes.length))
                            message.dtypesAndShapes = [];
                        message.dtypesAndShapes.push($root.tensorboard.ResourceHandleProto.DtypeAndShape.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        ResourceHandleProto.DtypeAndShape = (function() {

            const DtypeAndShape = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DtypeAndShape.prototype.dtype = 0;
            DtypeAndShape.prototype.shape = null;

            DtypeAndShape.create = function(properties) {
                return new DtypeAndShape(properties);
            };

            DtypeAndShape.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.dtype != null && $Object.hasOwnProperty.call(message, "dtype") && message.dtype !== 0)
                    writer.uint32(8).int32(message.dtype);
                if (message.shape != null && $Object.hasOwnProperty.call(message, "shape"))
                    $root.tensorboard.TensorShapeProto.encode(message.shape, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DtypeAndShape.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.ResourceHandleProto.DtypeAndShape();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.dtype = value;
                            else
                                delete message.dtype;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.shape = $root.tensorboard.TensorShapeProto.decode(reader, reader.size(), $undefined, _depth + 1, message.shape);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DtypeAndShape;
        })();

        return ResourceHandleProto;
    })();

    tensorboard.TensorShapeProto = (function() {

        const TensorShapeProto = function (properties) {
            this.dim = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TensorShapeProto.prototype.dim = $util.emptyArray;
        TensorShapeProto.prototype.unknownRank = false;

        TensorShapeProto.create = function(properties) {
            return new TensorShapeProto(properties);
        };

        TensorShapeProto.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.dim != null && message.dim.length)
                for (let i = 0; i < message.dim.length; ++i)
                    $root.tensorboard.TensorShapeProto.Dim.encode(message.dim[i], writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.unknownRank != null && $Object.hasOwnProperty.call(message, "unknownRank") && message.unknownRank !== false)
                writer.uint32(24).bool(message.unknownRank);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        TensorShapeProto.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.TensorShapeProto();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.dim && message.dim.length))
                            message.dim = [];
                        message.dim.push($root.tensorboard.TensorShapeProto.Dim.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.unknownRank = value;
                        else
                            delete message.unknownRank;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        TensorShapeProto.Dim = (function() {

            const Dim = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Dim.prototype.size = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Dim.prototype.name = "";

            Dim.create = function(properties) {
                return new Dim(properties);
            };

            Dim.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.size != null && $Object.hasOwnProperty.call(message, "size") && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(8).int64(message.size);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Dim.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.TensorShapeProto.Dim();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.size = value;
                            else
                                delete message.size;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Dim;
        })();

        return TensorShapeProto;
    })();

    tensorboard.DataType = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "DT_INVALID"] = 0;
        values[valuesById[1] = "DT_FLOAT"] = 1;
        values[valuesById[2] = "DT_DOUBLE"] = 2;
        values[valuesById[3] = "DT_INT32"] = 3;
        values[valuesById[4] = "DT_UINT8"] = 4;
        values[valuesById[5] = "DT_INT16"] = 5;
        values[valuesById[6] = "DT_INT8"] = 6;
        values[valuesById[7] = "DT_STRING"] = 7;
        values[valuesById[8] = "DT_COMPLEX64"] = 8;
        values[valuesById[9] = "DT_INT64"] = 9;
        values[valuesById[10] = "DT_BOOL"] = 10;
        values[valuesById[11] = "DT_QINT8"] = 11;
        values[valuesById[12] = "DT_QUINT8"] = 12;
        values[valuesById[13] = "DT_QINT32"] = 13;
        values[valuesById[14] = "DT_BFLOAT16"] = 14;
        values[valuesById[15] = "DT_QINT16"] = 15;
        values[valuesById[16] = "DT_QUINT16"] = 16;
        values[valuesById[17] = "DT_UINT16"] = 17;
        values[valuesById[18] = "DT_COMPLEX128"] = 18;
        values[valuesById[19] = "DT_HALF"] = 19;
        values[valuesById[20] = "DT_RESOURCE"] = 20;
        values[valuesById[21] = "DT_VARIANT"] = 21;
        values[valuesById[22] = "DT_UINT32"] = 22;
        values[valuesById[23] = "DT_UINT64"] = 23;
        values[valuesById[24] = "DT_FLOAT8_E5M2"] = 24;
        values[valuesById[25] = "DT_FLOAT8_E4M3FN"] = 25;
        values[valuesById[26] = "DT_FLOAT8_E4M3FNUZ"] = 26;
        values[valuesById[27] = "DT_FLOAT8_E4M3B11FNUZ"] = 27;
        values[valuesById[28] = "DT_FLOAT8_E5M2FNUZ"] = 28;
        values[valuesById[29] = "DT_INT4"] = 29;
        values[valuesById[30] = "DT_UINT4"] = 30;
        values[valuesById[31] = "DT_INT2"] = 31;
        values[valuesById[32] = "DT_UINT2"] = 32;
        values[valuesById[33] = "DT_FLOAT4_E2M1FN"] = 33;
        values[valuesById[101] = "DT_FLOAT_REF"] = 101;
        values[valuesById[102] = "DT_DOUBLE_REF"] = 102;
        values[valuesById[103] = "DT_INT32_REF"] = 103;
        values[valuesById[104] = "DT_UINT8_REF"] = 104;
        values[valuesById[105] = "DT_INT16_REF"] = 105;
        values[valuesById[106] = "DT_INT8_REF"] = 106;
        values[valuesById[107] = "DT_STRING_REF"] = 107;
        values[valuesById[108] = "DT_COMPLEX64_REF"] = 108;
        values[valuesById[109] = "DT_INT64_REF"] = 109;
        values[valuesById[110] = "DT_BOOL_REF"] = 110;
        values[valuesById[111] = "DT_QINT8_REF"] = 111;
        values[valuesById[112] = "DT_QUINT8_REF"] = 112;
        values[valuesById[113] = "DT_QINT32_REF"] = 113;
        values[valuesById[114] = "DT_BFLOAT16_REF"] = 114;
        values[valuesById[115] = "DT_QINT16_REF"] = 115;
        values[valuesById[116] = "DT_QUINT16_REF"] = 116;
        values[valuesById[117] = "DT_UINT16_REF"] = 117;
        values[valuesById[118] = "DT_COMPLEX128_REF"] = 118;
        values[valuesById[119] = "DT_HALF_REF"] = 119;
        values[valuesById[120] = "DT_RESOURCE_REF"] = 120;
        values[valuesById[121] = "DT_VARIANT_REF"] = 121;
        values[valuesById[122] = "DT_UINT32_REF"] = 122;
        values[valuesById[123] = "DT_UINT64_REF"] = 123;
        values[valuesById[124] = "DT_FLOAT8_E5M2_REF"] = 124;
        values[valuesById[125] = "DT_FLOAT8_E4M3FN_REF"] = 125;
        values[valuesById[126] = "DT_FLOAT8_E4M3FNUZ_REF"] = 126;
        values[valuesById[127] = "DT_FLOAT8_E4M3B11FNUZ_REF"] = 127;
        values[valuesById[128] = "DT_FLOAT8_E5M2FNUZ_REF"] = 128;
        values[valuesById[129] = "DT_INT4_REF"] = 129;
        values[valuesById[130] = "DT_UINT4_REF"] = 130;
        values[valuesById[131] = "DT_INT2_REF"] = 131;
        values[valuesById[132] = "DT_UINT2_REF"] = 132;
        values[valuesById[133] = "DT_FLOAT4_E2M1FN_REF"] = 133;
        return values;
    })();

    tensorboard.SerializedDType = (function() {

        const SerializedDType = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SerializedDType.prototype.datatype = 0;

        SerializedDType.create = function(properties) {
            return new SerializedDType(properties);
        };

        SerializedDType.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.datatype != null && $Object.hasOwnProperty.call(message, "datatype") && message.datatype !== 0)
                writer.uint32(8).int32(message.datatype);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SerializedDType.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.SerializedDType();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.datatype = value;
                        else
                            delete message.datatype;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SerializedDType;
    })();

    tensorboard.GraphDef = (function() {

        const GraphDef = function (properties) {
            this.node = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        GraphDef.prototype.node = $util.emptyArray;
        GraphDef.prototype.versions = null;
        GraphDef.prototype.version = 0;
        GraphDef.prototype.library = null;
        GraphDef.prototype.debugInfo = null;

        GraphDef.create = function(properties) {
            return new GraphDef(properties);
        };

        GraphDef.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && message.node.length)
                for (let i = 0; i < message.node.length; ++i)
                    $root.tensorboard.NodeDef.encode(message.node[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.library != null && $Object.hasOwnProperty.call(message, "library"))
                $root.tensorboard.FunctionDefLibrary.encode(message.library, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                writer.uint32(24).int32(message.version);
            if (message.versions != null && $Object.hasOwnProperty.call(message, "versions"))
                $root.tensorboard.VersionDef.encode(message.versions, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.debugInfo != null && $Object.hasOwnProperty.call(message, "debugInfo"))
                $root.tensorboard.GraphDebugInfo.encode(message.debugInfo, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        GraphDef.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.GraphDef();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.node && message.node.length))
                            message.node = [];
                        message.node.push($root.tensorboard.NodeDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.versions = $root.tensorboard.VersionDef.decode(reader, reader.size(), $undefined, _depth + 1, message.versions);
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.library = $root.tensorboard.FunctionDefLibrary.decode(reader, reader.size(), $undefined, _depth + 1, message.library);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.debugInfo = $root.tensorboard.GraphDebugInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.debugInfo);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GraphDef;
    })();

    tensorboard.FunctionDefLibrary = (function() {

        const FunctionDefLibrary = function (properties) {
            this["function"] = [];
            this.gradient = [];
            this.registeredGradients = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        FunctionDefLibrary.prototype["function"] = $util.emptyArray;
        FunctionDefLibrary.prototype.gradient = $util.emptyArray;
        FunctionDefLibrary.prototype.registeredGradients = $util.emptyArray;

        FunctionDefLibrary.create = function(properties) {
            return new FunctionDefLibrary(properties);
        };

        FunctionDefLibrary.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message["function"] != null && message["function"].length)
                for (let i = 0; i < message["function"].length; ++i)
                    $root.tensorboard.FunctionDef.encode(message["function"][i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.gradient != null && message.gradient.length)
                for (let i = 0; i < message.gradient.length; ++i)
                    $root.tensorboard.GradientDef.encode(message.gradient[i], writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.registeredGradients != null && message.registeredGradients.length)
                for (let i = 0; i < message.registeredGradients.length; ++i)
                    $root.tensorboard.RegisteredGradient.encode(message.registeredGradients[i], writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        FunctionDefLibrary.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.FunctionDefLibrary();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message["function"] && message["function"].length))
                            message["function"] = [];
                        message["function"].push($root.tensorboard.FunctionDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.gradient && message.gradient.length))
                            message.gradient = [];
                        message.gradient.push($root.tensorboard.GradientDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.registeredGradients && message.registeredGradients.length))
                            message.registeredGradients = [];
                        message.registeredGradients.push($root.tensorboard.RegisteredGradient.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return FunctionDefLibrary;
    })();

    tensorboard.FunctionDef = (function() {

        const FunctionDef = function (properties) {
            this.attr = {};
            this.argAttr = {};
            this.resourceArgUniqueId = {};
            this.nodeDef = [];
            this.ret = {};
            this.controlRet = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        FunctionDef.prototype.signature = null;
        FunctionDef.prototype.attr = $util.emptyObject;
        FunctionDef.prototype.argAttr = $util.emptyObject;
        FunctionDef.prototype.resourceArgUniqueId = $util.emptyObject;
        FunctionDef.prototype.nodeDef = $util.emptyArray;
        FunctionDef.prototype.ret = $util.emptyObject;
        FunctionDef.prototype.controlRet = $util.emptyObject;

        FunctionDef.create = function(properties) {
            return new FunctionDef(properties);
        };

        FunctionDef.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                $root.tensorboard.OpDef.encode(message.signature, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.nodeDef != null && message.nodeDef.length)
                for (let i = 0; i < message.nodeDef.length; ++i)
                    $root.tensorboard.NodeDef.encode(message.nodeDef[i], writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.ret != null && $Object.hasOwnProperty.call(message, "ret"))
                for (let keys = $Object.keys(message.ret), i = 0; i < keys.length; ++i)
                    writer.uint32(34).fork().uint32(10).string(keys[i]).uint32(18).string(message.ret[keys[i]]).ldelim();
            if (message.attr != null && $Object.hasOwnProperty.call(message, "attr"))
                for (let keys = $Object.keys(message.attr), i = 0; i < keys.length; ++i) {
                    writer.uint32(42).fork().uint32(10).string(keys[i]);
                    $root.tensorboard.AttrValue.encode(message.attr[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.controlRet != null && $Object.hasOwnProperty.call(message, "controlRet"))
                for (let keys = $Object.keys(message.controlRet), i = 0; i < keys.length; ++i)
                    writer.uint32(50).fork().uint32(10).string(keys[i]).uint32(18).string(message.controlRet[keys[i]]).ldelim();
            if (message.argAttr != null && $Object.hasOwnProperty.call(message, "argAttr"))
                for (let keys = $Object.keys(message.argAttr), i = 0; i < keys.length; ++i) {
                    writer.uint32(58).fork().uint32(8).uint32(keys[i]);
                    $root.tensorboard.FunctionDef.ArgAttrs.encode(message.argAttr[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.resourceArgUniqueId != null && $Object.hasOwnProperty.call(message, "resourceArgUniqueId"))
                for (let keys = $Object.keys(message.resourceArgUniqueId), i = 0; i < keys.length; ++i)
                    writer.uint32(66).fork().uint32(8).uint32(keys[i]).uint32(16).uint32(message.resourceArgUniqueId[keys[i]]).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        FunctionDef.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.FunctionDef();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.signature = $root.tensorboard.OpDef.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (message.attr === $util.emptyObject)
                            message.attr = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.tensorboard.AttrValue.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.attr, key);
                        message.attr[key] = value || new $root.tensorboard.AttrValue();
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (message.argAttr === $util.emptyObject)
                            message.argAttr = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = 0;
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 0)
                                    break;
                                key = reader.uint32();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.tensorboard.FunctionDef.ArgAttrs.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        message.argAttr[key] = value || new $root.tensorboard.FunctionDef.ArgAttrs();
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if (message.resourceArgUniqueId === $util.emptyObject)
                            message.resourceArgUniqueId = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = 0;
                        value = 0;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 0)
                                    break;
                                key = reader.uint32();
                                continue;
                            case 2:
                                if (wireType !== 0)
                                    break;
                                value = reader.uint32();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        message.resourceArgUniqueId[key] = value;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.nodeDef && message.nodeDef.length))
                            message.nodeDef = [];
                        message.nodeDef.push($root.tensorboard.NodeDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (message.ret === $util.emptyObject)
                            message.ret = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.ret, key);
                        message.ret[key] = value;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (message.controlRet === $util.emptyObject)
                            message.controlRet = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.controlRet, key);
                        message.controlRet[key] = value;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        FunctionDef.ArgAttrs = (function() {

            const ArgAttrs = function (properties) {
                this.attr = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ArgAttrs.prototype.attr = $util.emptyObject;

            ArgAttrs.create = function(properties) {
                return new ArgAttrs(properties);
            };

            ArgAttrs.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.attr != null && $Object.hasOwnProperty.call(message, "attr"))
                    for (let keys = $Object.keys(message.attr), i = 0; i < keys.length; ++i) {
                        writer.uint32(10).fork().uint32(10).string(keys[i]);
                        $root.tensorboard.AttrValue.encode(message.attr[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                    }
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ArgAttrs.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.FunctionDef.ArgAttrs();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (message.attr === $util.emptyObject)
                                message.attr = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = null;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = $root.tensorboard.AttrValue.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.attr, key);
                            message.attr[key] = value || new $root.tensorboard.AttrValue();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ArgAttrs;
        })();

        return FunctionDef;
    })();

    tensorboard.GradientDef = (function() {

        const GradientDef = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        GradientDef.prototype.functionName = "";
        GradientDef.prototype.gradientFunc = "";

        GradientDef.create = function(properties) {
            return new GradientDef(properties);
        };

        GradientDef.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.functionName != null && $Object.hasOwnProperty.call(message, "functionName") && message.functionName !== "")
                writer.uint32(10).string(message.functionName);
            if (message.gradientFunc != null && $Object.hasOwnProperty.call(message, "gradientFunc") && message.gradientFunc !== "")
                writer.uint32(18).string(message.gradientFunc);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        GradientDef.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.GradientDef();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.functionName = value;
                        else
                            delete message.functionName;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.gradientFunc = value;
                        else
                            delete message.gradientFunc;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GradientDef;
    })();

    tensorboard.RegisteredGradient = (function() {

        const RegisteredGradient = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RegisteredGradient.prototype.gradientFunc = "";
        RegisteredGradient.prototype.registeredOpType = "";

        RegisteredGradient.create = function(properties) {
            return new RegisteredGradient(properties);
        };

        RegisteredGradient.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.gradientFunc != null && $Object.hasOwnProperty.call(message, "gradientFunc") && message.gradientFunc !== "")
                writer.uint32(10).string(message.gradientFunc);
            if (message.registeredOpType != null && $Object.hasOwnProperty.call(message, "registeredOpType") && message.registeredOpType !== "")
                writer.uint32(18).string(message.registeredOpType);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        RegisteredGradient.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.RegisteredGradient();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.gradientFunc = value;
                        else
                            delete message.gradientFunc;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.registeredOpType = value;
                        else
                            delete message.registeredOpType;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RegisteredGradient;
    })();

    tensorboard.AttrValue = (function() {

        const AttrValue = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        AttrValue.prototype.s = null;
        AttrValue.prototype.i = null;
        AttrValue.prototype.f = null;
        AttrValue.prototype.b = null;
        AttrValue.prototype.type = null;
        AttrValue.prototype.shape = null;
        AttrValue.prototype.tensor = null;
        AttrValue.prototype.list = null;
        AttrValue.prototype.func = null;
        AttrValue.prototype.placeholder = null;

        let $oneOfFields;

        $Object.defineProperty(AttrValue.prototype, "value", {
            get: $util.oneOfGetter($oneOfFields = ["s", "i", "f", "b", "type", "shape", "tensor", "list", "func", "placeholder"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        AttrValue.create = function(properties) {
            return new AttrValue(properties);
        };

        AttrValue.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.list != null && $Object.hasOwnProperty.call(message, "list"))
                $root.tensorboard.AttrValue.ListValue.encode(message.list, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.s != null && $Object.hasOwnProperty.call(message, "s"))
                writer.uint32(18).bytes(message.s);
            if (message.i != null && $Object.hasOwnProperty.call(message, "i"))
                writer.uint32(24).int64(message.i);
            if (message.f != null && $Object.hasOwnProperty.call(message, "f"))
                writer.uint32(37).float(message.f);
            if (message.b != null && $Object.hasOwnProperty.call(message, "b"))
                writer.uint32(40).bool(message.b);
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                writer.uint32(48).int32(message.type);
            if (message.shape != null && $Object.hasOwnProperty.call(message, "shape"))
                $root.tensorboard.TensorShapeProto.encode(message.shape, writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.tensor != null && $Object.hasOwnProperty.call(message, "tensor"))
                $root.tensorboard.TensorProto.encode(message.tensor, writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.placeholder != null && $Object.hasOwnProperty.call(message, "placeholder"))
                writer.uint32(74).string(message.placeholder);
            if (message.func != null && $Object.hasOwnProperty.call(message, "func"))
                $root.tensorboard.NameAttrList.encode(message.func, writer.uint32(82).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        AttrValue.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.AttrValue();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.s = reader.bytes();
                        message.value = "s";
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        message.i = reader.int64();
                        message.value = "i";
                        continue;
                    }
                case 4: {
                        if (wireType !== 5)
                            break;
                        message.f = reader.float();
                        message.value = "f";
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        message.b = reader.bool();
                        message.value = "b";
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        message.type = reader.int32();
                        message.value = "type";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.shape = $root.tensorboard.TensorShapeProto.decode(reader, reader.size(), $undefined, _depth + 1, message.shape);
                        message.value = "shape";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.tensor = $root.tensorboard.TensorProto.decode(reader, reader.size(), $undefined, _depth + 1, message.tensor);
                        message.value = "tensor";
                        continue;
                    }
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.list = $root.tensorboard.AttrValue.ListValue.decode(reader, reader.size(), $undefined, _depth + 1, message.list);
                        message.value = "list";
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.func = $root.tensorboard.NameAttrList.decode(reader, reader.size(), $undefined, _depth + 1, message.func);
                        message.value = "func";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.placeholder = reader.stringVerify();
                        message.value = "placeholder";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        AttrValue.ListValue = (function() {

            const ListValue = function (properties) {
                this.s = [];
                this.i = [];
                this.f = [];
                this.b = [];
                this.type = [];
                this.shape = [];
                this.tensor = [];
                this.func = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListValue.prototype.s = $util.emptyArray;
            ListValue.prototype.i = $util.emptyArray;
            ListValue.prototype.f = $util.emptyArray;
            ListValue.prototype.b = $util.emptyArray;
            ListValue.prototype.type = $util.emptyArray;
            ListValue.prototype.shape = $util.emptyArray;
            ListValue.prototype.tensor = $util.emptyArray;
            ListValue.prototype.func = $util.emptyArray;

            ListValue.create = function(properties) {
                return new ListValue(properties);
            };

            ListValue.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.s != null && message.s.length)
                    for (let i = 0; i < message.s.length; ++i)
                        writer.uint32(18).bytes(message.s[i]);
                if (message.i != null && message.i.length)
                    writer.uint32(26).int64s(message.i);
                if (message.f != null && message.f.length)
                    writer.uint32(34).floats(message.f);
                if (message.b != null && message.b.length)
                    writer.uint32(42).bools(message.b);
                if (message.type != null && message.type.length)
                    writer.uint32(50).int32s(message.type);
                if (message.shape != null && message.shape.length)
                    for (let i = 0; i < message.shape.length; ++i)
                        $root.tensorboard.TensorShapeProto.encode(message.shape[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.tensor != null && message.tensor.length)
                    for (let i = 0; i < message.tensor.length; ++i)
                        $root.tensorboard.TensorProto.encode(message.tensor[i], writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.func != null && message.func.length)
                    for (let i = 0; i < message.func.length; ++i)
                        $root.tensorboard.NameAttrList.encode(message.func[i], writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListValue.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.AttrValue.ListValue();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.s && message.s.length))
                                message.s = [];
                            message.s.push(reader.bytes());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.i && message.i.length))
                                    message.i = [];
                                reader.int64s(message.i);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.i && message.i.length))
                                message.i = [];
                            message.i.push(reader.int64());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.f && message.f.length))
                                    message.f = [];
                                reader.floats(message.f);
                                continue;
                            }
                            if (wireType !== 5)
                                break;
                            if (!(message.f && message.f.length))
                                message.f = [];
                            message.f.push(reader.float());
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.b && message.b.length))
                                    message.b = [];
                                reader.bools(message.b);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.b && message.b.length))
                                message.b = [];
                            message.b.push(reader.bool());
                            continue;
                        }
                    case 6: {
                            if (wireType === 2) {
                                if (!(message.type && message.type.length))
                                    message.type = [];
                                reader.int32s(message.type);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.type && message.type.length))
                                message.type = [];
                            message.type.push(reader.int32());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.shape && message.shape.length))
                                message.shape = [];
                            message.shape.push($root.tensorboard.TensorShapeProto.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.tensor && message.tensor.length))
                                message.tensor = [];
                            message.tensor.push($root.tensorboard.TensorProto.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.func && message.func.length))
                                message.func = [];
                            message.func.push($root.tensorboard.NameAttrList.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListValue;
        })();

        return AttrValue;
    })();

    tensorboard.NameAttrList = (function() {

        const NameAttrList = function (properties) {
            this.attr = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        NameAttrList.prototype.name = "";
        NameAttrList.prototype.attr = $util.emptyObject;

        NameAttrList.create = function(properties) {
            return new NameAttrList(properties);
        };

        NameAttrList.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.attr != null && $Object.hasOwnProperty.call(message, "attr"))
                for (let keys = $Object.keys(message.attr), i = 0; i < keys.length; ++i) {
                    writer.uint32(18).fork().uint32(10).string(keys[i]);
                    $root.tensorboard.AttrValue.encode(message.attr[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        NameAttrList.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.NameAttrList();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (message.attr === $util.emptyObject)
                            message.attr = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.tensorboard.AttrValue.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.attr, key);
                        message.attr[key] = value || new $root.tensorboard.AttrValue();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return NameAttrList;
    })();

    tensorboard.NodeDef = (function() {

        const NodeDef = function (properties) {
            this.input = [];
            this.attr = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        NodeDef.prototype.name = "";
        NodeDef.prototype.op = "";
        NodeDef.prototype.input = $util.emptyArray;
        NodeDef.prototype.device = "";
        NodeDef.prototype.attr = $util.emptyObject;
        NodeDef.prototype.experimentalDebugInfo = null;
        NodeDef.prototype.experimentalType = null;

        NodeDef.create = function(properties) {
            return new NodeDef(properties);
        };

        NodeDef.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.op != null && $Object.hasOwnProperty.call(message, "op") && message.op !== "")
                writer.uint32(18).string(message.op);
            if (message.input != null && message.input.length)
                for (let i = 0; i < message.input.length; ++i)
                    writer.uint32(26).string(message.input[i]);
            if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                writer.uint32(34).string(message.device);
            if (message.attr != null && $Object.hasOwnProperty.call(message, "attr"))
                for (let keys = $Object.keys(message.attr), i = 0; i < keys.length; ++i) {
                    writer.uint32(42).fork().uint32(10).string(keys[i]);
                    $root.tensorboard.AttrValue.encode(message.attr[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.experimentalDebugInfo != null && $Object.hasOwnProperty.call(message, "experimentalDebugInfo"))
                $root.tensorboard.NodeDef.ExperimentalDebugInfo.encode(message.experimentalDebugInfo, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.experimentalType != null && $Object.hasOwnProperty.call(message, "experimentalType"))
                $root.tensorboard.FullTypeDef.encode(message.experimentalType, writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        NodeDef.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.NodeDef();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.op = value;
                        else
                            delete message.op;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.input && message.input.length))
                            message.input = [];
                        message.input.push(reader.stringVerify());
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.device = value;
                        else
                            delete message.device;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (message.attr === $util.emptyObject)
                            message.attr = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.tensorboard.AttrValue.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.attr, key);
                        message.attr[key] = value || new $root.tensorboard.AttrValue();
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.experimentalDebugInfo = $root.tensorboard.NodeDef.ExperimentalDebugInfo.decode(reader, reader.size(), $undefined, _depth + 1, message.experimentalDebugInfo);
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.experimentalType = $root.tensorboard.FullTypeDef.decode(reader, reader.size(), $undefined, _depth + 1, message.experimentalType);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        NodeDef.ExperimentalDebugInfo = (function() {

            const ExperimentalDebugInfo = function (properties) {
                this.originalNodeNames = [];
                this.originalFuncNames = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ExperimentalDebugInfo.prototype.originalNodeNames = $util.emptyArray;
            ExperimentalDebugInfo.prototype.originalFuncNames = $util.emptyArray;

            ExperimentalDebugInfo.create = function(properties) {
                return new ExperimentalDebugInfo(properties);
            };

            ExperimentalDebugInfo.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.originalNodeNames != null && message.originalNodeNames.length)
                    for (let i = 0; i < message.originalNodeNames.length; ++i)
                        writer.uint32(10).string(message.originalNodeNames[i]);
                if (message.originalFuncNames != null && message.originalFuncNames.length)
                    for (let i = 0; i < message.originalFuncNames.length; ++i)
                        writer.uint32(18).string(message.originalFuncNames[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ExperimentalDebugInfo.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.NodeDef.ExperimentalDebugInfo();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.originalNodeNames && message.originalNodeNames.length))
                                message.originalNodeNames = [];
                            message.originalNodeNames.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.originalFuncNames && message.originalFuncNames.length))
                                message.originalFuncNames = [];
                            message.originalFuncNames.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ExperimentalDebugInfo;
        })();

        return NodeDef;
    })();

    tensorboard.FullTypeId = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "TFT_UNSET"] = 0;
        values[valuesById[1] = "TFT_VAR"] = 1;
        values[valuesById[2] = "TFT_ANY"] = 2;
        values[valuesById[3] = "TFT_PRODUCT"] = 3;
        values[valuesById[4] = "TFT_NAMED"] = 4;
        values[valuesById[20] = "TFT_FOR_EACH"] = 20;
        values[valuesById[100] = "TFT_CALLABLE"] = 100;
        values[valuesById[1000] = "TFT_TENSOR"] = 1000;
        values[valuesById[1001] = "TFT_ARRAY"] = 1001;
        values[valuesById[1002] = "TFT_OPTIONAL"] = 1002;
        values[valuesById[1003] = "TFT_LITERAL"] = 1003;
        values[valuesById[1004] = "TFT_ENCODED"] = 1004;
        values[valuesById[1005] = "TFT_SHAPE_TENSOR"] = 1005;
        values[valuesById[200] = "TFT_BOOL"] = 200;
        values[valuesById[201] = "TFT_UINT8"] = 201;
        values[valuesById[202] = "TFT_UINT16"] = 202;
        values[valuesById[203] = "TFT_UINT32"] = 203;
        values[valuesById[204] = "TFT_UINT64"] = 204;
        values[valuesById[205] = "TFT_INT8"] = 205;
        values[valuesById[206] = "TFT_INT16"] = 206;
        values[valuesById[207] = "TFT_INT32"] = 207;
        values[valuesById[208] = "TFT_INT64"] = 208;
        values[valuesById[209] = "TFT_HALF"] = 209;
        values[valuesById[210] = "TFT_FLOAT"] = 210;
        values[valuesById[211] = "TFT_DOUBLE"] = 211;
        values[valuesById[215] = "TFT_BFLOAT16"] = 215;
        values[valuesById[212] = "TFT_COMPLEX64"] = 212;
        values[valuesById[213] = "TFT_COMPLEX128"] = 213;
        values[valuesById[214] = "TFT_STRING"] = 214;
        values[valuesById[10102] = "TFT_DATASET"] = 10102;
        values[valuesById[10103] = "TFT_RAGGED"] = 10103;
        values[valuesById[10104] = "TFT_ITERATOR"] = 10104;
        values[valuesById[10202] = "TFT_MUTEX_LOCK"] = 10202;
        values[valuesById[10203] = "TFT_LEGACY_VARIANT"] = 10203;
        return values;
    })();

    tensorboard.FullTypeDef = (function() {

        const FullTypeDef = function (properties) {
            this.args = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        FullTypeDef.prototype.typeId = 0;
        FullTypeDef.prototype.args = $util.emptyArray;
        FullTypeDef.prototype.s = null;
        FullTypeDef.prototype.i = null;

        let $oneOfFields;

        $Object.defineProperty(FullTypeDef.prototype, "attr", {
            get: $util.oneOfGetter($oneOfFields = ["s", "i"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        FullTypeDef.create = function(properties) {
            return new FullTypeDef(properties);
        };

        FullTypeDef.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.typeId != null && $Object.hasOwnProperty.call(message, "typeId") && message.typeId !== 0)
                writer.uint32(8).int32(message.typeId);
            if (message.args != null && message.args.length)
                for (let i = 0; i < message.args.length; ++i)
                    $root.tensorboard.FullTypeDef.encode(message.args[i], writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.s != null && $Object.hasOwnProperty.call(message, "s"))
                writer.uint32(26).string(message.s);
            if (message.i != null && $Object.hasOwnProperty.call(message, "i"))
                writer.uint32(32).int64(message.i);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        FullTypeDef.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.FullTypeDef();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.typeId = value;
                        else
                            delete message.typeId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.args && message.args.length))
                            message.args = [];
                        message.args.push($root.tensorboard.FullTypeDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.s = reader.stringVerify();
                        message.attr = "s";
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        message.i = reader.int64();
                        message.attr = "i";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return FullTypeDef;
    })();

    tensorboard.OpDef = (function() {

        const OpDef = function (properties) {
            this.inputArg = [];
            this.outputArg = [];
            this.controlOutput = [];
            this.attr = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        OpDef.prototype.name = "";
        OpDef.prototype.inputArg = $util.emptyArray;
        OpDef.prototype.outputArg = $util.emptyArray;
        OpDef.prototype.controlOutput = $util.emptyArray;
        OpDef.prototype.attr = $util.emptyArray;
        OpDef.prototype.deprecation = null;
        OpDef.prototype.summary = "";
        OpDef.prototype.description = "";
        OpDef.prototype.isCommutative = false;
        OpDef.prototype.isAggregate = false;
        OpDef.prototype.isStateful = false;
        OpDef.prototype.allowsUninitializedInput = false;
        OpDef.prototype.isDistributedCommunication = false;

        OpDef.create = function(properties) {
            return new OpDef(properties);
        };

        OpDef.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.inputArg != null && message.inputArg.length)
                for (let i = 0; i < message.inputArg.length; ++i)
                    $root.tensorboard.OpDef.ArgDef.encode(message.inputArg[i], writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.outputArg != null && message.outputArg.length)
                for (let i = 0; i < message.outputArg.length; ++i)
                    $root.tensorboard.OpDef.ArgDef.encode(message.outputArg[i], writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.attr != null && message.attr.length)
                for (let i = 0; i < message.attr.length; ++i)
                    $root.tensorboard.OpDef.AttrDef.encode(message.attr[i], writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.summary != null && $Object.hasOwnProperty.call(message, "summary") && message.summary !== "")
                writer.uint32(42).string(message.summary);
            if (message.description != null && $Object.hasOwnProperty.call(message, "description") && message.description !== "")
                writer.uint32(50).string(message.description);
            if (message.deprecation != null && $Object.hasOwnProperty.call(message, "deprecation"))
                $root.tensorboard.OpDeprecation.encode(message.deprecation, writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.isAggregate != null && $Object.hasOwnProperty.call(message, "isAggregate") && message.isAggregate !== false)
                writer.uint32(128).bool(message.isAggregate);
            if (message.isStateful != null && $Object.hasOwnProperty.call(message, "isStateful") && message.isStateful !== false)
                writer.uint32(136).bool(message.isStateful);
            if (message.isCommutative != null && $Object.hasOwnProperty.call(message, "isCommutative") && message.isCommutative !== false)
                writer.uint32(144).bool(message.isCommutative);
            if (message.allowsUninitializedInput != null && $Object.hasOwnProperty.call(message, "allowsUninitializedInput") && message.allowsUninitializedInput !== false)
                writer.uint32(152).bool(message.allowsUninitializedInput);
            if (message.controlOutput != null && message.controlOutput.length)
                for (let i = 0; i < message.controlOutput.length; ++i)
                    writer.uint32(162).string(message.controlOutput[i]);
            if (message.isDistributedCommunication != null && $Object.hasOwnProperty.call(message, "isDistributedCommunication") && message.isDistributedCommunication !== false)
                writer.uint32(168).bool(message.isDistributedCommunication);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        OpDef.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.OpDef();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.inputArg && message.inputArg.length))
                            message.inputArg = [];
                        message.inputArg.push($root.tensorboard.OpDef.ArgDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.outputArg && message.outputArg.length))
                            message.outputArg = [];
                        message.outputArg.push($root.tensorboard.OpDef.ArgDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 20: {
                        if (wireType !== 2)
                            break;
                        if (!(message.controlOutput && message.controlOutput.length))
                            message.controlOutput = [];
                        message.controlOutput.push(reader.stringVerify());
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.attr && message.attr.length))
                            message.attr = [];
                        message.attr.push($root.tensorboard.OpDef.AttrDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.deprecation = $root.tensorboard.OpDeprecation.decode(reader, reader.size(), $undefined, _depth + 1, message.deprecation);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.summary = value;
                        else
                            delete message.summary;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.description = value;
                        else
                            delete message.description;
                        continue;
                    }
                case 18: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isCommutative = value;
                        else
                            delete message.isCommutative;
                        continue;
                    }
                case 16: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isAggregate = value;
                        else
                            delete message.isAggregate;
                        continue;
                    }
                case 17: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isStateful = value;
                        else
                            delete message.isStateful;
                        continue;
                    }
                case 19: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.allowsUninitializedInput = value;
                        else
                            delete message.allowsUninitializedInput;
                        continue;
                    }
                case 21: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isDistributedCommunication = value;
                        else
                            delete message.isDistributedCommunication;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        OpDef.ArgDef = (function() {

            const ArgDef = function (properties) {
                this.handleData = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ArgDef.prototype.name = "";
            ArgDef.prototype.description = "";
            ArgDef.prototype.type = 0;
            ArgDef.prototype.typeAttr = "";
            ArgDef.prototype.numberAttr = "";
            ArgDef.prototype.typeListAttr = "";
            ArgDef.prototype.handleData = $util.emptyArray;
            ArgDef.prototype.isRef = false;
            ArgDef.prototype.experimentalFullType = null;

            ArgDef.create = function(properties) {
                return new ArgDef(properties);
            };

            ArgDef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.description != null && $Object.hasOwnProperty.call(message, "description") && message.description !== "")
                    writer.uint32(18).string(message.description);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                    writer.uint32(24).int32(message.type);
                if (message.typeAttr != null && $Object.hasOwnProperty.call(message, "typeAttr") && message.typeAttr !== "")
                    writer.uint32(34).string(message.typeAttr);
                if (message.numberAttr != null && $Object.hasOwnProperty.call(message, "numberAttr") && message.numberAttr !== "")
                    writer.uint32(42).string(message.numberAttr);
                if (message.typeListAttr != null && $Object.hasOwnProperty.call(message, "typeListAttr") && message.typeListAttr !== "")
                    writer.uint32(50).string(message.typeListAttr);
                if (message.handleData != null && message.handleData.length)
                    for (let i = 0; i < message.handleData.length; ++i)
                        $root.tensorboard.ResourceHandleProto.DtypeAndShape.encode(message.handleData[i], writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.isRef != null && $Object.hasOwnProperty.call(message, "isRef") && message.isRef !== false)
                    writer.uint32(128).bool(message.isRef);
                if (message.experimentalFullType != null && $Object.hasOwnProperty.call(message, "experimentalFullType"))
                    $root.tensorboard.FullTypeDef.encode(message.experimentalFullType, writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ArgDef.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.OpDef.ArgDef();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.description = value;
                            else
                                delete message.description;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.typeAttr = value;
                            else
                                delete message.typeAttr;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.numberAttr = value;
                            else
                                delete message.numberAttr;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.typeListAttr = value;
                            else
                                delete message.typeListAttr;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.handleData && message.handleData.length))
                                message.handleData = [];
                            message.handleData.push($root.tensorboard.ResourceHandleProto.DtypeAndShape.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.isRef = value;
                            else
                                delete message.isRef;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.experimentalFullType = $root.tensorboard.FullTypeDef.decode(reader, reader.size(), $undefined, _depth + 1, message.experimentalFullType);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ArgDef;
        })();

        OpDef.AttrDef = (function() {

            const AttrDef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AttrDef.prototype.name = "";
            AttrDef.prototype.type = "";
            AttrDef.prototype.defaultValue = null;
            AttrDef.prototype.description = "";
            AttrDef.prototype.hasMinimum = false;
            AttrDef.prototype.minimum = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            AttrDef.prototype.allowedValues = null;

            AttrDef.create = function(properties) {
                return new AttrDef(properties);
            };

            AttrDef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                    writer.uint32(18).string(message.type);
                if (message.defaultValue != null && $Object.hasOwnProperty.call(message, "defaultValue"))
                    $root.tensorboard.AttrValue.encode(message.defaultValue, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.description != null && $Object.hasOwnProperty.call(message, "description") && message.description !== "")
                    writer.uint32(34).string(message.description);
                if (message.hasMinimum != null && $Object.hasOwnProperty.call(message, "hasMinimum") && message.hasMinimum !== false)
                    writer.uint32(40).bool(message.hasMinimum);
                if (message.minimum != null && $Object.hasOwnProperty.call(message, "minimum") && (typeof message.minimum === "object" ? message.minimum.low || message.minimum.high : message.minimum !== 0))
                    writer.uint32(48).int64(message.minimum);
                if (message.allowedValues != null && $Object.hasOwnProperty.call(message, "allowedValues"))
                    $root.tensorboard.AttrValue.encode(message.allowedValues, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AttrDef.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.OpDef.AttrDef();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.defaultValue = $root.tensorboard.AttrValue.decode(reader, reader.size(), $undefined, _depth + 1, message.defaultValue);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.description = value;
                            else
                                delete message.description;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.hasMinimum = value;
                            else
                                delete message.hasMinimum;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.minimum = value;
                            else
                                delete message.minimum;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.allowedValues = $root.tensorboard.AttrValue.decode(reader, reader.size(), $undefined, _depth + 1, message.allowedValues);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AttrDef;
        })();

        return OpDef;
    })();

    tensorboard.OpDeprecation = (function() {

        const OpDeprecation = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        OpDeprecation.prototype.version = 0;
        OpDeprecation.prototype.explanation = "";

        OpDeprecation.create = function(properties) {
            return new OpDeprecation(properties);
        };

        OpDeprecation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                writer.uint32(8).int32(message.version);
            if (message.explanation != null && $Object.hasOwnProperty.call(message, "explanation") && message.explanation !== "")
                writer.uint32(18).string(message.explanation);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        OpDeprecation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.OpDeprecation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.explanation = value;
                        else
                            delete message.explanation;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return OpDeprecation;
    })();

    tensorboard.OpList = (function() {

        const OpList = function (properties) {
            this.op = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        OpList.prototype.op = $util.emptyArray;

        OpList.create = function(properties) {
            return new OpList(properties);
        };

        OpList.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.op != null && message.op.length)
                for (let i = 0; i < message.op.length; ++i)
                    $root.tensorboard.OpDef.encode(message.op[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        OpList.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.OpList();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.op && message.op.length))
                            message.op = [];
                        message.op.push($root.tensorboard.OpDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return OpList;
    })();

    tensorboard.GraphDebugInfo = (function() {

        const GraphDebugInfo = function (properties) {
            this.files = [];
            this.framesById = {};
            this.tracesById = {};
            this.traces = {};
            this.nameToTraceId = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        GraphDebugInfo.prototype.files = $util.emptyArray;
        GraphDebugInfo.prototype.framesById = $util.emptyObject;
        GraphDebugInfo.prototype.tracesById = $util.emptyObject;
        GraphDebugInfo.prototype.traces = $util.emptyObject;
        GraphDebugInfo.prototype.nameToTraceId = $util.emptyObject;

        GraphDebugInfo.create = function(properties) {
            return new GraphDebugInfo(properties);
        };

        GraphDebugInfo.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.files != null && message.files.length)
                for (let i = 0; i < message.files.length; ++i)
                    writer.uint32(10).string(message.files[i]);
            if (message.traces != null && $Object.hasOwnProperty.call(message, "traces"))
                for (let keys = $Object.keys(message.traces), i = 0; i < keys.length; ++i) {
                    writer.uint32(18).fork().uint32(10).string(keys[i]);
                    $root.tensorboard.GraphDebugInfo.StackTrace.encode(message.traces[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.framesById != null && $Object.hasOwnProperty.call(message, "framesById"))
                for (let keys = $Object.keys(message.framesById), i = 0; i < keys.length; ++i) {
                    writer.uint32(34).fork().uint32(9).fixed64($util.longFromKey(keys[i], true));
                    $root.tensorboard.GraphDebugInfo.FileLineCol.encode(message.framesById[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.nameToTraceId != null && $Object.hasOwnProperty.call(message, "nameToTraceId"))
                for (let keys = $Object.keys(message.nameToTraceId), i = 0; i < keys.length; ++i)
                    writer.uint32(42).fork().uint32(10).string(keys[i]).uint32(17).fixed64(message.nameToTraceId[keys[i]]).ldelim();
            if (message.tracesById != null && $Object.hasOwnProperty.call(message, "tracesById"))
                for (let keys = $Object.keys(message.tracesById), i = 0; i < keys.length; ++i) {
                    writer.uint32(50).fork().uint32(9).fixed64($util.longFromKey(keys[i], true));
                    $root.tensorboard.GraphDebugInfo.StackTrace.encode(message.tracesById[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        GraphDebugInfo.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.GraphDebugInfo();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.files && message.files.length))
                            message.files = [];
                        message.files.push(reader.string());
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (message.framesById === $util.emptyObject)
                            message.framesById = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = 0;
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 1)
                                    break;
                                key = reader.fixed64();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.tensorboard.GraphDebugInfo.FileLineCol.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        message.framesById[typeof key === "object" ? $util.longToHash(key) : key] = value || new $root.tensorboard.GraphDebugInfo.FileLineCol();
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (message.tracesById === $util.emptyObject)
                            message.tracesById = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = 0;
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 1)
                                    break;
                                key = reader.fixed64();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.tensorboard.GraphDebugInfo.StackTrace.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        message.tracesById[typeof key === "object" ? $util.longToHash(key) : key] = value || new $root.tensorboard.GraphDebugInfo.StackTrace();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (message.traces === $util.emptyObject)
                            message.traces = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.string();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.tensorboard.GraphDebugInfo.StackTrace.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.traces, key);
                        message.traces[key] = value || new $root.tensorboard.GraphDebugInfo.StackTrace();
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (message.nameToTraceId === $util.emptyObject)
                            message.nameToTraceId = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = $util.Long ? $util.Long.fromNumber(0, true) : 0;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.string();
                                continue;
                            case 2:
                                if (wireType !== 1)
                                    break;
                                value = reader.fixed64();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.nameToTraceId, key);
                        message.nameToTraceId[key] = value;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        GraphDebugInfo.FileLineCol = (function() {

            const FileLineCol = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            FileLineCol.prototype.fileIndex = 0;
            FileLineCol.prototype.line = 0;
            FileLineCol.prototype.col = 0;
            FileLineCol.prototype.func = "";
            FileLineCol.prototype.code = "";

            FileLineCol.create = function(properties) {
                return new FileLineCol(properties);
            };

            FileLineCol.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.fileIndex != null && $Object.hasOwnProperty.call(message, "fileIndex"))
                    writer.uint32(8).int32(message.fileIndex);
                if (message.line != null && $Object.hasOwnProperty.call(message, "line"))
                    writer.uint32(16).int32(message.line);
                if (message.col != null && $Object.hasOwnProperty.call(message, "col"))
                    writer.uint32(24).int32(message.col);
                if (message.func != null && $Object.hasOwnProperty.call(message, "func"))
                    writer.uint32(34).string(message.func);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(42).string(message.code);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            FileLineCol.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.GraphDebugInfo.FileLineCol();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.fileIndex = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.line = reader.int32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.col = reader.int32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.func = reader.string();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.code = reader.string();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return FileLineCol;
        })();

        GraphDebugInfo.StackTrace = (function() {

            const StackTrace = function (properties) {
                this.fileLineCols = [];
                this.frameId = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StackTrace.prototype.fileLineCols = $util.emptyArray;
            StackTrace.prototype.frameId = $util.emptyArray;

            StackTrace.create = function(properties) {
                return new StackTrace(properties);
            };

            StackTrace.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.fileLineCols != null && message.fileLineCols.length)
                    for (let i = 0; i < message.fileLineCols.length; ++i)
                        $root.tensorboard.GraphDebugInfo.FileLineCol.encode(message.fileLineCols[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.frameId != null && message.frameId.length)
                    writer.uint32(18).fixed64s(message.frameId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StackTrace.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.GraphDebugInfo.StackTrace();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.fileLineCols && message.fileLineCols.length))
                                message.fileLineCols = [];
                            message.fileLineCols.push($root.tensorboard.GraphDebugInfo.FileLineCol.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.frameId && message.frameId.length))
                                    message.frameId = [];
                                reader.fixed64s(message.frameId);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.frameId && message.frameId.length))
                                message.frameId = [];
                            message.frameId.push(reader.fixed64());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StackTrace;
        })();

        return GraphDebugInfo;
    })();

    tensorboard.VersionDef = (function() {

        const VersionDef = function (properties) {
            this.badConsumers = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        VersionDef.prototype.producer = 0;
        VersionDef.prototype.minConsumer = 0;
        VersionDef.prototype.badConsumers = $util.emptyArray;

        VersionDef.create = function(properties) {
            return new VersionDef(properties);
        };

        VersionDef.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.producer != null && $Object.hasOwnProperty.call(message, "producer") && message.producer !== 0)
                writer.uint32(8).int32(message.producer);
            if (message.minConsumer != null && $Object.hasOwnProperty.call(message, "minConsumer") && message.minConsumer !== 0)
                writer.uint32(16).int32(message.minConsumer);
            if (message.badConsumers != null && message.badConsumers.length)
                writer.uint32(26).int32s(message.badConsumers);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        VersionDef.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.VersionDef();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.producer = value;
                        else
                            delete message.producer;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.minConsumer = value;
                        else
                            delete message.minConsumer;
                        continue;
                    }
                case 3: {
                        if (wireType === 2) {
                            if (!(message.badConsumers && message.badConsumers.length))
                                message.badConsumers = [];
                            reader.int32s(message.badConsumers);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.badConsumers && message.badConsumers.length))
                            message.badConsumers = [];
                        message.badConsumers.push(reader.int32());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return VersionDef;
    })();

    tensorboard.GPUOptions = (function() {

        const GPUOptions = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        GPUOptions.prototype.perProcessGpuMemoryFraction = 0;
        GPUOptions.prototype.allowGrowth = false;
        GPUOptions.prototype.allocatorType = "";
        GPUOptions.prototype.deferredDeletionBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        GPUOptions.prototype.visibleDeviceList = "";
        GPUOptions.prototype.pollingActiveDelayUsecs = 0;
        GPUOptions.prototype.pollingInactiveDelayMsecs = 0;
        GPUOptions.prototype.forceGpuCompatible = false;
        GPUOptions.prototype.experimental = null;

        GPUOptions.create = function(properties) {
            return new GPUOptions(properties);
        };

        GPUOptions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.perProcessGpuMemoryFraction != null && $Object.hasOwnProperty.call(message, "perProcessGpuMemoryFraction") && !$Object.is(message.perProcessGpuMemoryFraction, 0))
                writer.uint32(9).double(message.perProcessGpuMemoryFraction);
            if (message.allocatorType != null && $Object.hasOwnProperty.call(message, "allocatorType") && message.allocatorType !== "")
                writer.uint32(18).string(message.allocatorType);
            if (message.deferredDeletionBytes != null && $Object.hasOwnProperty.call(message, "deferredDeletionBytes") && (typeof message.deferredDeletionBytes === "object" ? message.deferredDeletionBytes.low || message.deferredDeletionBytes.high : message.deferredDeletionBytes !== 0))
                writer.uint32(24).int64(message.deferredDeletionBytes);
            if (message.allowGrowth != null && $Object.hasOwnProperty.call(message, "allowGrowth") && message.allowGrowth !== false)
                writer.uint32(32).bool(message.allowGrowth);
            if (message.visibleDeviceList != null && $Object.hasOwnProperty.call(message, "visibleDeviceList") && message.visibleDeviceList !== "")
                writer.uint32(42).string(message.visibleDeviceList);
            if (message.pollingActiveDelayUsecs != null && $Object.hasOwnProperty.call(message, "pollingActiveDelayUsecs") && message.pollingActiveDelayUsecs !== 0)
                writer.uint32(48).int32(message.pollingActiveDelayUsecs);
            if (message.pollingInactiveDelayMsecs != null && $Object.hasOwnProperty.call(message, "pollingInactiveDelayMsecs") && message.pollingInactiveDelayMsecs !== 0)
                writer.uint32(56).int32(message.pollingInactiveDelayMsecs);
            if (message.forceGpuCompatible != null && $Object.hasOwnProperty.call(message, "forceGpuCompatible") && message.forceGpuCompatible !== false)
                writer.uint32(64).bool(message.forceGpuCompatible);
            if (message.experimental != null && $Object.hasOwnProperty.call(message, "experimental"))
                $root.tensorboard.GPUOptions.Experimental.encode(message.experimental, writer.uint32(74).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        GPUOptions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.GPUOptions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.perProcessGpuMemoryFraction = value;
                        else
                            delete message.perProcessGpuMemoryFraction;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.allowGrowth = value;
                        else
                            delete message.allowGrowth;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.allocatorType = value;
                        else
                            delete message.allocatorType;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.deferredDeletionBytes = value;
                        else
                            delete message.deferredDeletionBytes;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.visibleDeviceList = value;
                        else
                            delete message.visibleDeviceList;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.pollingActiveDelayUsecs = value;
                        else
                            delete message.pollingActiveDelayUsecs;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.pollingInactiveDelayMsecs = value;
                        else
                            delete message.pollingInactiveDelayMsecs;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.forceGpuCompatible = value;
                        else
                            delete message.forceGpuCompatible;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.experimental = $root.tensorboard.GPUOptions.Experimental.decode(reader, reader.size(), $undefined, _depth + 1, message.experimental);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        GPUOptions.Experimental = (function() {

            const Experimental = function (properties) {
                this.virtualDevices = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Experimental.prototype.virtualDevices = $util.emptyArray;
            Experimental.prototype.numVirtualDevicesPerGpu = 0;
            Experimental.prototype.useUnifiedMemory = false;
            Experimental.prototype.numDevToDevCopyStreams = 0;
            Experimental.prototype.collectiveRingOrder = "";
            Experimental.prototype.timestampedAllocator = false;
            Experimental.prototype.kernelTrackerMaxInterval = 0;
            Experimental.prototype.kernelTrackerMaxBytes = 0;
            Experimental.prototype.kernelTrackerMaxPending = 0;
            Experimental.prototype.internalFragmentationFraction = 0;
            Experimental.prototype.useCudaMallocAsync = false;
            Experimental.prototype.disallowRetryOnAllocationFailure = false;
            Experimental.prototype.gpuHostMemLimitInMb = 0;
            Experimental.prototype.gpuHostMemDisallowGrowth = false;
            Experimental.prototype.gpuSystemMemorySizeInMb = 0;
            Experimental.prototype.populatePjrtGpuClientCreationInfo = false;
            Experimental.prototype.nodeId = 0;
            Experimental.prototype.streamMergeOptions = null;

            Experimental.create = function(properties) {
                return new Experimental(properties);
            };

            Experimental.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.virtualDevices != null && message.virtualDevices.length)
                    for (let i = 0; i < message.virtualDevices.length; ++i)
                        $root.tensorboard.GPUOptions.Experimental.VirtualDevices.encode(message.virtualDevices[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.useUnifiedMemory != null && $Object.hasOwnProperty.call(message, "useUnifiedMemory") && message.useUnifiedMemory !== false)
                    writer.uint32(16).bool(message.useUnifiedMemory);
                if (message.numDevToDevCopyStreams != null && $Object.hasOwnProperty.call(message, "numDevToDevCopyStreams") && message.numDevToDevCopyStreams !== 0)
                    writer.uint32(24).int32(message.numDevToDevCopyStreams);
                if (message.collectiveRingOrder != null && $Object.hasOwnProperty.call(message, "collectiveRingOrder") && message.collectiveRingOrder !== "")
                    writer.uint32(34).string(message.collectiveRingOrder);
                if (message.timestampedAllocator != null && $Object.hasOwnProperty.call(message, "timestampedAllocator") && message.timestampedAllocator !== false)
                    writer.uint32(40).bool(message.timestampedAllocator);
                if (message.kernelTrackerMaxInterval != null && $Object.hasOwnProperty.call(message, "kernelTrackerMaxInterval") && message.kernelTrackerMaxInterval !== 0)
                    writer.uint32(56).int32(message.kernelTrackerMaxInterval);
                if (message.kernelTrackerMaxBytes != null && $Object.hasOwnProperty.call(message, "kernelTrackerMaxBytes") && message.kernelTrackerMaxBytes !== 0)
                    writer.uint32(64).int32(message.kernelTrackerMaxBytes);
                if (message.kernelTrackerMaxPending != null && $Object.hasOwnProperty.call(message, "kernelTrackerMaxPending") && message.kernelTrackerMaxPending !== 0)
                    writer.uint32(72).int32(message.kernelTrackerMaxPending);
                if (message.internalFragmentationFraction != null && $Object.hasOwnProperty.call(message, "internalFragmentationFraction") && !$Object.is(message.internalFragmentationFraction, 0))
                    writer.uint32(81).double(message.internalFragmentationFraction);
                if (message.useCudaMallocAsync != null && $Object.hasOwnProperty.call(message, "useCudaMallocAsync") && message.useCudaMallocAsync !== false)
                    writer.uint32(88).bool(message.useCudaMallocAsync);
                if (message.disallowRetryOnAllocationFailure != null && $Object.hasOwnProperty.call(message, "disallowRetryOnAllocationFailure") && message.disallowRetryOnAllocationFailure !== false)
                    writer.uint32(96).bool(message.disallowRetryOnAllocationFailure);
                if (message.gpuHostMemLimitInMb != null && $Object.hasOwnProperty.call(message, "gpuHostMemLimitInMb") && !$Object.is(message.gpuHostMemLimitInMb, 0))
                    writer.uint32(109).float(message.gpuHostMemLimitInMb);
                if (message.gpuHostMemDisallowGrowth != null && $Object.hasOwnProperty.call(message, "gpuHostMemDisallowGrowth") && message.gpuHostMemDisallowGrowth !== false)
                    writer.uint32(112).bool(message.gpuHostMemDisallowGrowth);
                if (message.numVirtualDevicesPerGpu != null && $Object.hasOwnProperty.call(message, "numVirtualDevicesPerGpu") && message.numVirtualDevicesPerGpu !== 0)
                    writer.uint32(120).int32(message.numVirtualDevicesPerGpu);
                if (message.gpuSystemMemorySizeInMb != null && $Object.hasOwnProperty.call(message, "gpuSystemMemorySizeInMb") && message.gpuSystemMemorySizeInMb !== 0)
                    writer.uint32(128).int32(message.gpuSystemMemorySizeInMb);
                if (message.populatePjrtGpuClientCreationInfo != null && $Object.hasOwnProperty.call(message, "populatePjrtGpuClientCreationInfo") && message.populatePjrtGpuClientCreationInfo !== false)
                    writer.uint32(136).bool(message.populatePjrtGpuClientCreationInfo);
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== 0)
                    writer.uint32(144).int32(message.nodeId);
                if (message.streamMergeOptions != null && $Object.hasOwnProperty.call(message, "streamMergeOptions"))
                    $root.tensorboard.GPUOptions.Experimental.StreamMergeOptions.encode(message.streamMergeOptions, writer.uint32(154).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Experimental.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.GPUOptions.Experimental();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.virtualDevices && message.virtualDevices.length))
                                message.virtualDevices = [];
                            message.virtualDevices.push($root.tensorboard.GPUOptions.Experimental.VirtualDevices.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.numVirtualDevicesPerGpu = value;
                            else
                                delete message.numVirtualDevicesPerGpu;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.useUnifiedMemory = value;
                            else
                                delete message.useUnifiedMemory;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.numDevToDevCopyStreams = value;
                            else
                                delete message.numDevToDevCopyStreams;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.collectiveRingOrder = value;
                            else
                                delete message.collectiveRingOrder;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.timestampedAllocator = value;
                            else
                                delete message.timestampedAllocator;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kernelTrackerMaxInterval = value;
                            else
                                delete message.kernelTrackerMaxInterval;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kernelTrackerMaxBytes = value;
                            else
                                delete message.kernelTrackerMaxBytes;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.kernelTrackerMaxPending = value;
                            else
                                delete message.kernelTrackerMaxPending;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.internalFragmentationFraction = value;
                            else
                                delete message.internalFragmentationFraction;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.useCudaMallocAsync = value;
                            else
                                delete message.useCudaMallocAsync;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.disallowRetryOnAllocationFailure = value;
                            else
                                delete message.disallowRetryOnAllocationFailure;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.gpuHostMemLimitInMb = value;
                            else
                                delete message.gpuHostMemLimitInMb;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.gpuHostMemDisallowGrowth = value;
                            else
                                delete message.gpuHostMemDisallowGrowth;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.gpuSystemMemorySizeInMb = value;
                            else
                                delete message.gpuSystemMemorySizeInMb;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.populatePjrtGpuClientCreationInfo = value;
                            else
                                delete message.populatePjrtGpuClientCreationInfo;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.streamMergeOptions = $root.tensorboard.GPUOptions.Experimental.StreamMergeOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.streamMergeOptions);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Experimental.VirtualDevices = (function() {

                const VirtualDevices = function (properties) {
                    this.memoryLimitMb = [];
                    this.priority = [];
                    this.deviceOrdinal = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                VirtualDevices.prototype.memoryLimitMb = $util.emptyArray;
                VirtualDevices.prototype.priority = $util.emptyArray;
                VirtualDevices.prototype.deviceOrdinal = $util.emptyArray;

                VirtualDevices.create = function(properties) {
                    return new VirtualDevices(properties);
                };

                VirtualDevices.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.memoryLimitMb != null && message.memoryLimitMb.length)
                        writer.uint32(10).floats(message.memoryLimitMb);
                    if (message.priority != null && message.priority.length)
                        writer.uint32(18).int32s(message.priority);
                    if (message.deviceOrdinal != null && message.deviceOrdinal.length)
                        writer.uint32(26).int32s(message.deviceOrdinal);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                VirtualDevices.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.tensorboard.GPUOptions.Experimental.VirtualDevices();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType === 2) {
                                    if (!(message.memoryLimitMb && message.memoryLimitMb.length))
                                        message.memoryLimitMb = [];
                                    reader.floats(message.memoryLimitMb);
                                    continue;
                                }
                                if (wireType !== 5)
                                    break;
                                if (!(message.memoryLimitMb && message.memoryLimitMb.length))
                                    message.memoryLimitMb = [];
                                message.memoryLimitMb.push(reader.float());
                                continue;
                            }
                        case 2: {
                                if (wireType === 2) {
                                    if (!(message.priority && message.priority.length))
                                        message.priority = [];
                                    reader.int32s(message.priority);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.priority && message.priority.length))
                                    message.priority = [];
                                message.priority.push(reader.int32());
                                continue;
                            }
                        case 3: {
                                if (wireType === 2) {
                                    if (!(message.deviceOrdinal && message.deviceOrdinal.length))
                                        message.deviceOrdinal = [];
                                    reader.int32s(message.deviceOrdinal);
                                    continue;
                                }
                                if (wireType !== 0)
                                    break;
                                if (!(message.deviceOrdinal && message.deviceOrdinal.length))
                                    message.deviceOrdinal = [];
                                message.deviceOrdinal.push(reader.int32());
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return VirtualDevices;
            })();

            Experimental.StreamMergeOptions = (function() {

                const StreamMergeOptions = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                StreamMergeOptions.prototype.mergeHostToDeviceStream = false;
                StreamMergeOptions.prototype.mergeDeviceToHostStream = false;
                StreamMergeOptions.prototype.mergeDeviceToDeviceStream = false;

                StreamMergeOptions.create = function(properties) {
                    return new StreamMergeOptions(properties);
                };

                StreamMergeOptions.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.mergeHostToDeviceStream != null && $Object.hasOwnProperty.call(message, "mergeHostToDeviceStream") && message.mergeHostToDeviceStream !== false)
                        writer.uint32(8).bool(message.mergeHostToDeviceStream);
                    if (message.mergeDeviceToHostStream != null && $Object.hasOwnProperty.call(message, "mergeDeviceToHostStream") && message.mergeDeviceToHostStream !== false)
                        writer.uint32(16).bool(message.mergeDeviceToHostStream);
                    if (message.mergeDeviceToDeviceStream != null && $Object.hasOwnProperty.call(message, "mergeDeviceToDeviceStream") && message.mergeDeviceToDeviceStream !== false)
                        writer.uint32(24).bool(message.mergeDeviceToDeviceStream);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                StreamMergeOptions.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.tensorboard.GPUOptions.Experimental.StreamMergeOptions();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.mergeHostToDeviceStream = value;
                                else
                                    delete message.mergeHostToDeviceStream;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.mergeDeviceToHostStream = value;
                                else
                                    delete message.mergeDeviceToHostStream;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.mergeDeviceToDeviceStream = value;
                                else
                                    delete message.mergeDeviceToDeviceStream;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return StreamMergeOptions;
            })();

            return Experimental;
        })();

        return GPUOptions;
    })();

    tensorboard.OptimizerOptions = (function() {

        const OptimizerOptions = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        OptimizerOptions.prototype.doCommonSubexpressionElimination = false;
        OptimizerOptions.prototype.doConstantFolding = false;
        OptimizerOptions.prototype.maxFoldedConstantInBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        OptimizerOptions.prototype.doFunctionInlining = false;
        OptimizerOptions.prototype.optLevel = 0;
        OptimizerOptions.prototype.globalJitLevel = 0;
        OptimizerOptions.prototype.cpuGlobalJit = false;

        OptimizerOptions.create = function(properties) {
            return new OptimizerOptions(properties);
        };

        OptimizerOptions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.doCommonSubexpressionElimination != null && $Object.hasOwnProperty.call(message, "doCommonSubexpressionElimination") && message.doCommonSubexpressionElimination !== false)
                writer.uint32(8).bool(message.doCommonSubexpressionElimination);
            if (message.doConstantFolding != null && $Object.hasOwnProperty.call(message, "doConstantFolding") && message.doConstantFolding !== false)
                writer.uint32(16).bool(message.doConstantFolding);
            if (message.optLevel != null && $Object.hasOwnProperty.call(message, "optLevel") && message.optLevel !== 0)
                writer.uint32(24).int32(message.optLevel);
            if (message.doFunctionInlining != null && $Object.hasOwnProperty.call(message, "doFunctionInlining") && message.doFunctionInlining !== false)
                writer.uint32(32).bool(message.doFunctionInlining);
            if (message.globalJitLevel != null && $Object.hasOwnProperty.call(message, "globalJitLevel") && message.globalJitLevel !== 0)
                writer.uint32(40).int32(message.globalJitLevel);
            if (message.maxFoldedConstantInBytes != null && $Object.hasOwnProperty.call(message, "maxFoldedConstantInBytes") && (typeof message.maxFoldedConstantInBytes === "object" ? message.maxFoldedConstantInBytes.low || message.maxFoldedConstantInBytes.high : message.maxFoldedConstantInBytes !== 0))
                writer.uint32(48).int64(message.maxFoldedConstantInBytes);
            if (message.cpuGlobalJit != null && $Object.hasOwnProperty.call(message, "cpuGlobalJit") && message.cpuGlobalJit !== false)
                writer.uint32(56).bool(message.cpuGlobalJit);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        OptimizerOptions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.OptimizerOptions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.doCommonSubexpressionElimination = value;
                        else
                            delete message.doCommonSubexpressionElimination;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.doConstantFolding = value;
                        else
                            delete message.doConstantFolding;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.maxFoldedConstantInBytes = value;
                        else
                            delete message.maxFoldedConstantInBytes;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.doFunctionInlining = value;
                        else
                            delete message.doFunctionInlining;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.optLevel = value;
                        else
                            delete message.optLevel;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.globalJitLevel = value;
                        else
                            delete message.globalJitLevel;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.cpuGlobalJit = value;
                        else
                            delete message.cpuGlobalJit;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        OptimizerOptions.Level = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "L1"] = 0;
            values[valuesById[-1] = "L0"] = -1;
            return values;
        })();

        OptimizerOptions.GlobalJitLevel = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DEFAULT"] = 0;
            values[valuesById[-1] = "OFF"] = -1;
            values[valuesById[1] = "ON_1"] = 1;
            values[valuesById[2] = "ON_2"] = 2;
            return values;
        })();

        return OptimizerOptions;
    })();

    tensorboard.GraphOptions = (function() {

        const GraphOptions = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        GraphOptions.prototype.enableRecvScheduling = false;
        GraphOptions.prototype.optimizerOptions = null;
        GraphOptions.prototype.buildCostModel = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        GraphOptions.prototype.buildCostModelAfter = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        GraphOptions.prototype.inferShapes = false;
        GraphOptions.prototype.placePrunedGraph = false;
        GraphOptions.prototype.enableBfloat16Sendrecv = false;
        GraphOptions.prototype.timelineStep = 0;
        GraphOptions.prototype.rewriteOptions = null;

        GraphOptions.create = function(properties) {
            return new GraphOptions(properties);
        };

        GraphOptions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.enableRecvScheduling != null && $Object.hasOwnProperty.call(message, "enableRecvScheduling") && message.enableRecvScheduling !== false)
                writer.uint32(16).bool(message.enableRecvScheduling);
            if (message.optimizerOptions != null && $Object.hasOwnProperty.call(message, "optimizerOptions"))
                $root.tensorboard.OptimizerOptions.encode(message.optimizerOptions, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.buildCostModel != null && $Object.hasOwnProperty.call(message, "buildCostModel") && (typeof message.buildCostModel === "object" ? message.buildCostModel.low || message.buildCostModel.high : message.buildCostModel !== 0))
                writer.uint32(32).int64(message.buildCostModel);
            if (message.inferShapes != null && $Object.hasOwnProperty.call(message, "inferShapes") && message.inferShapes !== false)
                writer.uint32(40).bool(message.inferShapes);
            if (message.placePrunedGraph != null && $Object.hasOwnProperty.call(message, "placePrunedGraph") && message.placePrunedGraph !== false)
                writer.uint32(48).bool(message.placePrunedGraph);
            if (message.enableBfloat16Sendrecv != null && $Object.hasOwnProperty.call(message, "enableBfloat16Sendrecv") && message.enableBfloat16Sendrecv !== false)
                writer.uint32(56).bool(message.enableBfloat16Sendrecv);
            if (message.timelineStep != null && $Object.hasOwnProperty.call(message, "timelineStep") && message.timelineStep !== 0)
                writer.uint32(64).int32(message.timelineStep);
            if (message.buildCostModelAfter != null && $Object.hasOwnProperty.call(message, "buildCostModelAfter") && (typeof message.buildCostModelAfter === "object" ? message.buildCostModelAfter.low || message.buildCostModelAfter.high : message.buildCostModelAfter !== 0))
                writer.uint32(72).int64(message.buildCostModelAfter);
            if (message.rewriteOptions != null && $Object.hasOwnProperty.call(message, "rewriteOptions"))
                $root.tensorboard.RewriterConfig.encode(message.rewriteOptions, writer.uint32(82).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        GraphOptions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.GraphOptions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.enableRecvScheduling = value;
                        else
                            delete message.enableRecvScheduling;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.optimizerOptions = $root.tensorboard.OptimizerOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.optimizerOptions);
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.buildCostModel = value;
                        else
                            delete message.buildCostModel;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.buildCostModelAfter = value;
                        else
                            delete message.buildCostModelAfter;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.inferShapes = value;
                        else
                            delete message.inferShapes;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.placePrunedGraph = value;
                        else
                            delete message.placePrunedGraph;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.enableBfloat16Sendrecv = value;
                        else
                            delete message.enableBfloat16Sendrecv;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.timelineStep = value;
                        else
                            delete message.timelineStep;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.rewriteOptions = $root.tensorboard.RewriterConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.rewriteOptions);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GraphOptions;
    })();

    tensorboard.ThreadPoolOptionProto = (function() {

        const ThreadPoolOptionProto = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ThreadPoolOptionProto.prototype.numThreads = 0;
        ThreadPoolOptionProto.prototype.globalName = "";

        ThreadPoolOptionProto.create = function(properties) {
            return new ThreadPoolOptionProto(properties);
        };

        ThreadPoolOptionProto.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.numThreads != null && $Object.hasOwnProperty.call(message, "numThreads") && message.numThreads !== 0)
                writer.uint32(8).int32(message.numThreads);
            if (message.globalName != null && $Object.hasOwnProperty.call(message, "globalName") && message.globalName !== "")
                writer.uint32(18).string(message.globalName);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ThreadPoolOptionProto.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.ThreadPoolOptionProto();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.numThreads = value;
                        else
                            delete message.numThreads;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.globalName = value;
                        else
                            delete message.globalName;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ThreadPoolOptionProto;
    })();

    tensorboard.SessionMetadata = (function() {

        const SessionMetadata = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SessionMetadata.prototype.name = "";
        SessionMetadata.prototype.version = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        SessionMetadata.create = function(properties) {
            return new SessionMetadata(properties);
        };

        SessionMetadata.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                writer.uint32(16).int64(message.version);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SessionMetadata.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.SessionMetadata();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SessionMetadata;
    })();

    tensorboard.ConfigProto = (function() {

        const ConfigProto = function (properties) {
            this.deviceCount = {};
            this.sessionInterOpThreadPool = [];
            this.deviceFilters = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ConfigProto.prototype.deviceCount = $util.emptyObject;
        ConfigProto.prototype.intraOpParallelismThreads = 0;
        ConfigProto.prototype.interOpParallelismThreads = 0;
        ConfigProto.prototype.usePerSessionThreads = false;
        ConfigProto.prototype.sessionInterOpThreadPool = $util.emptyArray;
        ConfigProto.prototype.placementPeriod = 0;
        ConfigProto.prototype.deviceFilters = $util.emptyArray;
        ConfigProto.prototype.gpuOptions = null;
        ConfigProto.prototype.pluggableDeviceOptions = null;
        ConfigProto.prototype.allowSoftPlacement = false;
        ConfigProto.prototype.logDevicePlacement = false;
        ConfigProto.prototype.graphOptions = null;
        ConfigProto.prototype.operationTimeoutInMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        ConfigProto.prototype.rpcOptions = null;
        ConfigProto.prototype.clusterDef = null;
        ConfigProto.prototype.isolateSessionState = false;
        ConfigProto.prototype.shareClusterDevicesInSession = false;
        ConfigProto.prototype.experimental = null;

        ConfigProto.create = function(properties) {
            return new ConfigProto(properties);
        };

        ConfigProto.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.deviceCount != null && $Object.hasOwnProperty.call(message, "deviceCount"))
                for (let keys = $Object.keys(message.deviceCount), i = 0; i < keys.length; ++i)
                    writer.uint32(10).fork().uint32(10).string(keys[i]).uint32(16).int32(message.deviceCount[keys[i]]).ldelim();
            if (message.intraOpParallelismThreads != null && $Object.hasOwnProperty.call(message, "intraOpParallelismThreads") && message.intraOpParallelismThreads !== 0)
                writer.uint32(16).int32(message.intraOpParallelismThreads);
            if (message.placementPeriod != null && $Object.hasOwnProperty.call(message, "placementPeriod") && message.placementPeriod !== 0)
                writer.uint32(24).int32(message.placementPeriod);
            if (message.deviceFilters != null && message.deviceFilters.length)
                for (let i = 0; i < message.deviceFilters.length; ++i)
                    writer.uint32(34).string(message.deviceFilters[i]);
            if (message.interOpParallelismThreads != null && $Object.hasOwnProperty.call(message, "interOpParallelismThreads") && message.interOpParallelismThreads !== 0)
                writer.uint32(40).int32(message.interOpParallelismThreads);
            if (message.gpuOptions != null && $Object.hasOwnProperty.call(message, "gpuOptions"))
                $root.tensorboard.GPUOptions.encode(message.gpuOptions, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.allowSoftPlacement != null && $Object.hasOwnProperty.call(message, "allowSoftPlacement") && message.allowSoftPlacement !== false)
                writer.uint32(56).bool(message.allowSoftPlacement);
            if (message.logDevicePlacement != null && $Object.hasOwnProperty.call(message, "logDevicePlacement") && message.logDevicePlacement !== false)
                writer.uint32(64).bool(message.logDevicePlacement);
            if (message.usePerSessionThreads != null && $Object.hasOwnProperty.call(message, "usePerSessionThreads") && message.usePerSessionThreads !== false)
                writer.uint32(72).bool(message.usePerSessionThreads);
            if (message.graphOptions != null && $Object.hasOwnProperty.call(message, "graphOptions"))
                $root.tensorboard.GraphOptions.encode(message.graphOptions, writer.uint32(82).fork(), _depth + 1).ldelim();
            if (message.operationTimeoutInMs != null && $Object.hasOwnProperty.call(message, "operationTimeoutInMs") && (typeof message.operationTimeoutInMs === "object" ? message.operationTimeoutInMs.low || message.operationTimeoutInMs.high : message.operationTimeoutInMs !== 0))
                writer.uint32(88).int64(message.operationTimeoutInMs);
            if (message.sessionInterOpThreadPool != null && message.sessionInterOpThreadPool.length)
                for (let i = 0; i < message.sessionInterOpThreadPool.length; ++i)
                    $root.tensorboard.ThreadPoolOptionProto.encode(message.sessionInterOpThreadPool[i], writer.uint32(98).fork(), _depth + 1).ldelim();
            if (message.rpcOptions != null && $Object.hasOwnProperty.call(message, "rpcOptions"))
                $root.tensorboard.RPCOptions.encode(message.rpcOptions, writer.uint32(106).fork(), _depth + 1).ldelim();
            if (message.clusterDef != null && $Object.hasOwnProperty.call(message, "clusterDef"))
                $root.tensorboard.ClusterDef.encode(message.clusterDef, writer.uint32(114).fork(), _depth + 1).ldelim();
            if (message.isolateSessionState != null && $Object.hasOwnProperty.call(message, "isolateSessionState") && message.isolateSessionState !== false)
                writer.uint32(120).bool(message.isolateSessionState);
            if (message.experimental != null && $Object.hasOwnProperty.call(message, "experimental"))
                $root.tensorboard.ConfigProto.Experimental.encode(message.experimental, writer.uint32(130).fork(), _depth + 1).ldelim();
            if (message.shareClusterDevicesInSession != null && $Object.hasOwnProperty.call(message, "shareClusterDevicesInSession") && message.shareClusterDevicesInSession !== false)
                writer.uint32(136).bool(message.shareClusterDevicesInSession);
            if (message.pluggableDeviceOptions != null && $Object.hasOwnProperty.call(message, "pluggableDeviceOptions"))
                $root.tensorboard.GPUOptions.encode(message.pluggableDeviceOptions, writer.uint32(146).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ConfigProto.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.ConfigProto();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (message.deviceCount === $util.emptyObject)
                            message.deviceCount = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = 0;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 0)
                                    break;
                                value = reader.int32();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.deviceCount, key);
                        message.deviceCount[key] = value;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.intraOpParallelismThreads = value;
                        else
                            delete message.intraOpParallelismThreads;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.interOpParallelismThreads = value;
                        else
                            delete message.interOpParallelismThreads;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.usePerSessionThreads = value;
                        else
                            delete message.usePerSessionThreads;
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        if (!(message.sessionInterOpThreadPool && message.sessionInterOpThreadPool.length))
                            message.sessionInterOpThreadPool = [];
                        message.sessionInterOpThreadPool.push($root.tensorboard.ThreadPoolOptionProto.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.placementPeriod = value;
                        else
                            delete message.placementPeriod;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.deviceFilters && message.deviceFilters.length))
                            message.deviceFilters = [];
                        message.deviceFilters.push(reader.stringVerify());
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.gpuOptions = $root.tensorboard.GPUOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.gpuOptions);
                        continue;
                    }
                case 18: {
                        if (wireType !== 2)
                            break;
                        message.pluggableDeviceOptions = $root.tensorboard.GPUOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.pluggableDeviceOptions);
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.allowSoftPlacement = value;
                        else
                            delete message.allowSoftPlacement;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.logDevicePlacement = value;
                        else
                            delete message.logDevicePlacement;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.graphOptions = $root.tensorboard.GraphOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.graphOptions);
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.operationTimeoutInMs = value;
                        else
                            delete message.operationTimeoutInMs;
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        message.rpcOptions = $root.tensorboard.RPCOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.rpcOptions);
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        message.clusterDef = $root.tensorboard.ClusterDef.decode(reader, reader.size(), $undefined, _depth + 1, message.clusterDef);
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isolateSessionState = value;
                        else
                            delete message.isolateSessionState;
                        continue;
                    }
                case 17: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.shareClusterDevicesInSession = value;
                        else
                            delete message.shareClusterDevicesInSession;
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        message.experimental = $root.tensorboard.ConfigProto.Experimental.decode(reader, reader.size(), $undefined, _depth + 1, message.experimental);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        ConfigProto.Experimental = (function() {

            const Experimental = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Experimental.prototype.collectiveGroupLeader = "";
            Experimental.prototype.executorType = "";
            Experimental.prototype.recvBufMaxChunk = 0;
            Experimental.prototype.useNumaAffinity = false;
            Experimental.prototype.collectiveDeterministicSequentialExecution = false;
            Experimental.prototype.collectiveNccl = false;
            Experimental.prototype.shareSessionStateInClusterspecPropagation = false;
            Experimental.prototype.disableThreadSpinning = false;
            Experimental.prototype.shareClusterDevicesInSession = false;
            Experimental.prototype.sessionMetadata = null;
            Experimental.prototype.optimizeForStaticGraph = false;
            Experimental.prototype.enableMlirBridge = false;
            Experimental.prototype.mlirBridgeRollout = 0;
            Experimental.prototype.enableMlirGraphOptimization = false;
            Experimental.prototype.disableOutputPartitionGraphs = false;
            Experimental.prototype.xlaFusionAutotunerThresh = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Experimental.prototype.useTfrt = false;
            Experimental.prototype.enableMultiHost = false;
            Experimental.prototype.tfrtUseIfrt = false;
            Experimental.prototype.backendServerPort = 0;
            Experimental.prototype.targetTpu = false;
            Experimental.prototype.targetGpu = false;
            Experimental.prototype.streamMergeThreshold = 0;
            Experimental.prototype.disableFunctionalOpsLowering = false;
            Experimental.prototype.xlaPreferSingleGraphCluster = false;
            Experimental.prototype.coordinationConfig = null;
            Experimental.prototype.disableOptimizeForStaticGraph = false;
            Experimental.prototype.disableEagerExecutorStreamingEnqueue = false;
            Experimental.prototype.finalizeFunctionLibraryRuntime = false;
            Experimental.prototype.finalizeResourceManager = false;
            Experimental.prototype.tf2xlaDumpDir = "";
            Experimental.prototype.onlineCostAnalysis = false;

            Experimental.create = function(properties) {
                return new Experimental(properties);
            };

            Experimental.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.collectiveGroupLeader != null && $Object.hasOwnProperty.call(message, "collectiveGroupLeader") && message.collectiveGroupLeader !== "")
                    writer.uint32(10).string(message.collectiveGroupLeader);
                if (message.executorType != null && $Object.hasOwnProperty.call(message, "executorType") && message.executorType !== "")
                    writer.uint32(26).string(message.executorType);
                if (message.recvBufMaxChunk != null && $Object.hasOwnProperty.call(message, "recvBufMaxChunk") && message.recvBufMaxChunk !== 0)
                    writer.uint32(32).int32(message.recvBufMaxChunk);
                if (message.useNumaAffinity != null && $Object.hasOwnProperty.call(message, "useNumaAffinity") && message.useNumaAffinity !== false)
                    writer.uint32(40).bool(message.useNumaAffinity);
                if (message.collectiveDeterministicSequentialExecution != null && $Object.hasOwnProperty.call(message, "collectiveDeterministicSequentialExecution") && message.collectiveDeterministicSequentialExecution !== false)
                    writer.uint32(48).bool(message.collectiveDeterministicSequentialExecution);
                if (message.collectiveNccl != null && $Object.hasOwnProperty.call(message, "collectiveNccl") && message.collectiveNccl !== false)
                    writer.uint32(56).bool(message.collectiveNccl);
                if (message.shareSessionStateInClusterspecPropagation != null && $Object.hasOwnProperty.call(message, "shareSessionStateInClusterspecPropagation") && message.shareSessionStateInClusterspecPropagation !== false)
                    writer.uint32(64).bool(message.shareSessionStateInClusterspecPropagation);
                if (message.disableThreadSpinning != null && $Object.hasOwnProperty.call(message, "disableThreadSpinning") && message.disableThreadSpinning !== false)
                    writer.uint32(72).bool(message.disableThreadSpinning);
                if (message.shareClusterDevicesInSession != null && $Object.hasOwnProperty.call(message, "shareClusterDevicesInSession") && message.shareClusterDevicesInSession !== false)
                    writer.uint32(80).bool(message.shareClusterDevicesInSession);
                if (message.sessionMetadata != null && $Object.hasOwnProperty.call(message, "sessionMetadata"))
                    $root.tensorboard.SessionMetadata.encode(message.sessionMetadata, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.optimizeForStaticGraph != null && $Object.hasOwnProperty.call(message, "optimizeForStaticGraph") && message.optimizeForStaticGraph !== false)
                    writer.uint32(96).bool(message.optimizeForStaticGraph);
                if (message.enableMlirBridge != null && $Object.hasOwnProperty.call(message, "enableMlirBridge") && message.enableMlirBridge !== false)
                    writer.uint32(104).bool(message.enableMlirBridge);
                if (message.disableOutputPartitionGraphs != null && $Object.hasOwnProperty.call(message, "disableOutputPartitionGraphs") && message.disableOutputPartitionGraphs !== false)
                    writer.uint32(112).bool(message.disableOutputPartitionGraphs);
                if (message.xlaFusionAutotunerThresh != null && $Object.hasOwnProperty.call(message, "xlaFusionAutotunerThresh") && (typeof message.xlaFusionAutotunerThresh === "object" ? message.xlaFusionAutotunerThresh.low || message.xlaFusionAutotunerThresh.high : message.xlaFusionAutotunerThresh !== 0))
                    writer.uint32(120).int64(message.xlaFusionAutotunerThresh);
                if (message.enableMlirGraphOptimization != null && $Object.hasOwnProperty.call(message, "enableMlirGraphOptimization") && message.enableMlirGraphOptimization !== false)
                    writer.uint32(128).bool(message.enableMlirGraphOptimization);
                if (message.mlirBridgeRollout != null && $Object.hasOwnProperty.call(message, "mlirBridgeRollout") && message.mlirBridgeRollout !== 0)
                    writer.uint32(136).int32(message.mlirBridgeRollout);
                if (message.useTfrt != null && $Object.hasOwnProperty.call(message, "useTfrt") && message.useTfrt !== false)
                    writer.uint32(144).bool(message.useTfrt);
                if (message.disableFunctionalOpsLowering != null && $Object.hasOwnProperty.call(message, "disableFunctionalOpsLowering") && message.disableFunctionalOpsLowering !== false)
                    writer.uint32(168).bool(message.disableFunctionalOpsLowering);
                if (message.xlaPreferSingleGraphCluster != null && $Object.hasOwnProperty.call(message, "xlaPreferSingleGraphCluster") && message.xlaPreferSingleGraphCluster !== false)
                    writer.uint32(176).bool(message.xlaPreferSingleGraphCluster);
                if (message.coordinationConfig != null && $Object.hasOwnProperty.call(message, "coordinationConfig"))
                    $root.tensorboard.CoordinationServiceConfig.encode(message.coordinationConfig, writer.uint32(186).fork(), _depth + 1).ldelim();
                if (message.disableOptimizeForStaticGraph != null && $Object.hasOwnProperty.call(message, "disableOptimizeForStaticGraph") && message.disableOptimizeForStaticGraph !== false)
                    writer.uint32(192).bool(message.disableOptimizeForStaticGraph);
                if (message.disableEagerExecutorStreamingEnqueue != null && $Object.hasOwnProperty.call(message, "disableEagerExecutorStreamingEnqueue") && message.disableEagerExecutorStreamingEnqueue !== false)
                    writer.uint32(208).bool(message.disableEagerExecutorStreamingEnqueue);
                if (message.enableMultiHost != null && $Object.hasOwnProperty.call(message, "enableMultiHost") && message.enableMultiHost !== false)
                    writer.uint32(216).bool(message.enableMultiHost);
                if (message.backendServerPort != null && $Object.hasOwnProperty.call(message, "backendServerPort") && message.backendServerPort !== 0)
                    writer.uint32(224).int32(message.backendServerPort);
                if (message.targetTpu != null && $Object.hasOwnProperty.call(message, "targetTpu") && message.targetTpu !== false)
                    writer.uint32(232).bool(message.targetTpu);
                if (message.targetGpu != null && $Object.hasOwnProperty.call(message, "targetGpu") && message.targetGpu !== false)
                    writer.uint32(240).bool(message.targetGpu);
                if (message.streamMergeThreshold != null && $Object.hasOwnProperty.call(message, "streamMergeThreshold") && message.streamMergeThreshold !== 0)
                    writer.uint32(248).int32(message.streamMergeThreshold);
                if (message.tfrtUseIfrt != null && $Object.hasOwnProperty.call(message, "tfrtUseIfrt") && message.tfrtUseIfrt !== false)
                    writer.uint32(256).bool(message.tfrtUseIfrt);
                if (message.finalizeFunctionLibraryRuntime != null && $Object.hasOwnProperty.call(message, "finalizeFunctionLibraryRuntime") && message.finalizeFunctionLibraryRuntime !== false)
                    writer.uint32(264).bool(message.finalizeFunctionLibraryRuntime);
                if (message.finalizeResourceManager != null && $Object.hasOwnProperty.call(message, "finalizeResourceManager") && message.finalizeResourceManager !== false)
                    writer.uint32(272).bool(message.finalizeResourceManager);
                if (message.tf2xlaDumpDir != null && $Object.hasOwnProperty.call(message, "tf2xlaDumpDir") && message.tf2xlaDumpDir !== "")
                    writer.uint32(282).string(message.tf2xlaDumpDir);
                if (message.onlineCostAnalysis != null && $Object.hasOwnProperty.call(message, "onlineCostAnalysis") && message.onlineCostAnalysis !== false)
                    writer.uint32(288).bool(message.onlineCostAnalysis);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Experimental.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.ConfigProto.Experimental();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.collectiveGroupLeader = value;
                            else
                                delete message.collectiveGroupLeader;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.executorType = value;
                            else
                                delete message.executorType;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.recvBufMaxChunk = value;
                            else
                                delete message.recvBufMaxChunk;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.useNumaAffinity = value;
                            else
                                delete message.useNumaAffinity;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.collectiveDeterministicSequentialExecution = value;
                            else
                                delete message.collectiveDeterministicSequentialExecution;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.collectiveNccl = value;
                            else
                                delete message.collectiveNccl;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.shareSessionStateInClusterspecPropagation = value;
                            else
                                delete message.shareSessionStateInClusterspecPropagation;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.disableThreadSpinning = value;
                            else
                                delete message.disableThreadSpinning;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.shareClusterDevicesInSession = value;
                            else
                                delete message.shareClusterDevicesInSession;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.sessionMetadata = $root.tensorboard.SessionMetadata.decode(reader, reader.size(), $undefined, _depth + 1, message.sessionMetadata);
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.optimizeForStaticGraph = value;
                            else
                                delete message.optimizeForStaticGraph;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.enableMlirBridge = value;
                            else
                                delete message.enableMlirBridge;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.mlirBridgeRollout = value;
                            else
                                delete message.mlirBridgeRollout;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.enableMlirGraphOptimization = value;
                            else
                                delete message.enableMlirGraphOptimization;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.disableOutputPartitionGraphs = value;
                            else
                                delete message.disableOutputPartitionGraphs;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.xlaFusionAutotunerThresh = value;
                            else
                                delete message.xlaFusionAutotunerThresh;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.useTfrt = value;
                            else
                                delete message.useTfrt;
                            continue;
                        }
                    case 27: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.enableMultiHost = value;
                            else
                                delete message.enableMultiHost;
                            continue;
                        }
                    case 32: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.tfrtUseIfrt = value;
                            else
                                delete message.tfrtUseIfrt;
                            continue;
                        }
                    case 28: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.backendServerPort = value;
                            else
                                delete message.backendServerPort;
                            continue;
                        }
                    case 29: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.targetTpu = value;
                            else
                                delete message.targetTpu;
                            continue;
                        }
                    case 30: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.targetGpu = value;
                            else
                                delete message.targetGpu;
                            continue;
                        }
                    case 31: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.streamMergeThreshold = value;
                            else
                                delete message.streamMergeThreshold;
                            continue;
                        }
                    case 21: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.disableFunctionalOpsLowering = value;
                            else
                                delete message.disableFunctionalOpsLowering;
                            continue;
                        }
                    case 22: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.xlaPreferSingleGraphCluster = value;
                            else
                                delete message.xlaPreferSingleGraphCluster;
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            message.coordinationConfig = $root.tensorboard.CoordinationServiceConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.coordinationConfig);
                            continue;
                        }
                    case 24: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.disableOptimizeForStaticGraph = value;
                            else
                                delete message.disableOptimizeForStaticGraph;
                            continue;
                        }
                    case 26: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.disableEagerExecutorStreamingEnqueue = value;
                            else
                                delete message.disableEagerExecutorStreamingEnqueue;
                            continue;
                        }
                    case 33: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.finalizeFunctionLibraryRuntime = value;
                            else
                                delete message.finalizeFunctionLibraryRuntime;
                            continue;
                        }
                    case 34: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.finalizeResourceManager = value;
                            else
                                delete message.finalizeResourceManager;
                            continue;
                        }
                    case 35: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.tf2xlaDumpDir = value;
                            else
                                delete message.tf2xlaDumpDir;
                            continue;
                        }
                    case 36: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.onlineCostAnalysis = value;
                            else
                                delete message.onlineCostAnalysis;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Experimental.MlirBridgeRollout = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "MLIR_BRIDGE_ROLLOUT_UNSPECIFIED"] = 0;
                values[valuesById[1] = "MLIR_BRIDGE_ROLLOUT_ENABLED"] = 1;
                values[valuesById[2] = "MLIR_BRIDGE_ROLLOUT_DISABLED"] = 2;
                return values;
            })();

            return Experimental;
        })();

        return ConfigProto;
    })();

    tensorboard.RunOptions = (function() {

        const RunOptions = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RunOptions.prototype.traceLevel = 0;
        RunOptions.prototype.timeoutInMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        RunOptions.prototype.interOpThreadPool = 0;
        RunOptions.prototype.outputPartitionGraphs = false;
        RunOptions.prototype.debugOptions = null;
        RunOptions.prototype.reportTensorAllocationsUponOom = false;
        RunOptions.prototype.experimental = null;

        RunOptions.create = function(properties) {
            return new RunOptions(properties);
        };

        RunOptions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.traceLevel != null && $Object.hasOwnProperty.call(message, "traceLevel") && message.traceLevel !== 0)
                writer.uint32(8).int32(message.traceLevel);
            if (message.timeoutInMs != null && $Object.hasOwnProperty.call(message, "timeoutInMs") && (typeof message.timeoutInMs === "object" ? message.timeoutInMs.low || message.timeoutInMs.high : message.timeoutInMs !== 0))
                writer.uint32(16).int64(message.timeoutInMs);
            if (message.interOpThreadPool != null && $Object.hasOwnProperty.call(message, "interOpThreadPool") && message.interOpThreadPool !== 0)
                writer.uint32(24).int32(message.interOpThreadPool);
            if (message.outputPartitionGraphs != null && $Object.hasOwnProperty.call(message, "outputPartitionGraphs") && message.outputPartitionGraphs !== false)
                writer.uint32(40).bool(message.outputPartitionGraphs);
            if (message.debugOptions != null && $Object.hasOwnProperty.call(message, "debugOptions"))
                $root.tensorboard.DebugOptions.encode(message.debugOptions, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.reportTensorAllocationsUponOom != null && $Object.hasOwnProperty.call(message, "reportTensorAllocationsUponOom") && message.reportTensorAllocationsUponOom !== false)
                writer.uint32(56).bool(message.reportTensorAllocationsUponOom);
            if (message.experimental != null && $Object.hasOwnProperty.call(message, "experimental"))
                $root.tensorboard.RunOptions.Experimental.encode(message.experimental, writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        RunOptions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.RunOptions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.traceLevel = value;
                        else
                            delete message.traceLevel;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.timeoutInMs = value;
                        else
                            delete message.timeoutInMs;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.interOpThreadPool = value;
                        else
                            delete message.interOpThreadPool;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.outputPartitionGraphs = value;
                        else
                            delete message.outputPartitionGraphs;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.debugOptions = $root.tensorboard.DebugOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.debugOptions);
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.reportTensorAllocationsUponOom = value;
                        else
                            delete message.reportTensorAllocationsUponOom;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.experimental = $root.tensorboard.RunOptions.Experimental.decode(reader, reader.size(), $undefined, _depth + 1, message.experimental);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        RunOptions.Experimental = (function() {

            const Experimental = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Experimental.prototype.collectiveGraphKey = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Experimental.prototype.useRunHandlerPool = false;
            Experimental.prototype.runHandlerPoolOptions = null;

            Experimental.create = function(properties) {
                return new Experimental(properties);
            };

            Experimental.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.collectiveGraphKey != null && $Object.hasOwnProperty.call(message, "collectiveGraphKey") && (typeof message.collectiveGraphKey === "object" ? message.collectiveGraphKey.low || message.collectiveGraphKey.high : message.collectiveGraphKey !== 0))
                    writer.uint32(8).int64(message.collectiveGraphKey);
                if (message.useRunHandlerPool != null && $Object.hasOwnProperty.call(message, "useRunHandlerPool") && message.useRunHandlerPool !== false)
                    writer.uint32(16).bool(message.useRunHandlerPool);
                if (message.runHandlerPoolOptions != null && $Object.hasOwnProperty.call(message, "runHandlerPoolOptions"))
                    $root.tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.encode(message.runHandlerPoolOptions, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Experimental.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.RunOptions.Experimental();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.collectiveGraphKey = value;
                            else
                                delete message.collectiveGraphKey;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.useRunHandlerPool = value;
                            else
                                delete message.useRunHandlerPool;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.runHandlerPoolOptions = $root.tensorboard.RunOptions.Experimental.RunHandlerPoolOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.runHandlerPoolOptions);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Experimental.RunHandlerPoolOptions = (function() {

                const RunHandlerPoolOptions = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                RunHandlerPoolOptions.prototype.priority = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

                RunHandlerPoolOptions.create = function(properties) {
                    return new RunHandlerPoolOptions(properties);
                };

                RunHandlerPoolOptions.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && (typeof message.priority === "object" ? message.priority.low || message.priority.high : message.priority !== 0))
                        writer.uint32(8).int64(message.priority);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                RunHandlerPoolOptions.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.tensorboard.RunOptions.Experimental.RunHandlerPoolOptions();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.priority = value;
                                else
                                    delete message.priority;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return RunHandlerPoolOptions;
            })();

            return Experimental;
        })();

        RunOptions.TraceLevel = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "NO_TRACE"] = 0;
            values[valuesById[1] = "SOFTWARE_TRACE"] = 1;
            values[valuesById[2] = "HARDWARE_TRACE"] = 2;
            values[valuesById[3] = "FULL_TRACE"] = 3;
            return values;
        })();

        return RunOptions;
    })();

    tensorboard.RunMetadata = (function() {

        const RunMetadata = function (properties) {
            this.partitionGraphs = [];
            this.functionGraphs = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RunMetadata.prototype.stepStats = null;
        RunMetadata.prototype.costGraph = null;
        RunMetadata.prototype.partitionGraphs = $util.emptyArray;
        RunMetadata.prototype.functionGraphs = $util.emptyArray;
        RunMetadata.prototype.sessionMetadata = null;

        RunMetadata.create = function(properties) {
            return new RunMetadata(properties);
        };

        RunMetadata.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stepStats != null && $Object.hasOwnProperty.call(message, "stepStats"))
                $root.tensorboard.StepStats.encode(message.stepStats, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.costGraph != null && $Object.hasOwnProperty.call(message, "costGraph"))
                $root.tensorboard.CostGraphDef.encode(message.costGraph, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.partitionGraphs != null && message.partitionGraphs.length)
                for (let i = 0; i < message.partitionGraphs.length; ++i)
                    $root.tensorboard.GraphDef.encode(message.partitionGraphs[i], writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.functionGraphs != null && message.functionGraphs.length)
                for (let i = 0; i < message.functionGraphs.length; ++i)
                    $root.tensorboard.RunMetadata.FunctionGraphs.encode(message.functionGraphs[i], writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.sessionMetadata != null && $Object.hasOwnProperty.call(message, "sessionMetadata"))
                $root.tensorboard.SessionMetadata.encode(message.sessionMetadata, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        RunMetadata.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.RunMetadata();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.stepStats = $root.tensorboard.StepStats.decode(reader, reader.size(), $undefined, _depth + 1, message.stepStats);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.costGraph = $root.tensorboard.CostGraphDef.decode(reader, reader.size(), $undefined, _depth + 1, message.costGraph);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.partitionGraphs && message.partitionGraphs.length))
                            message.partitionGraphs = [];
                        message.partitionGraphs.push($root.tensorboard.GraphDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.functionGraphs && message.functionGraphs.length))
                            message.functionGraphs = [];
                        message.functionGraphs.push($root.tensorboard.RunMetadata.FunctionGraphs.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.sessionMetadata = $root.tensorboard.SessionMetadata.decode(reader, reader.size(), $undefined, _depth + 1, message.sessionMetadata);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        RunMetadata.FunctionGraphs = (function() {

            const FunctionGraphs = function (properties) {
                this.partitionGraphs = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            FunctionGraphs.prototype.partitionGraphs = $util.emptyArray;
            FunctionGraphs.prototype.preOptimizationGraph = null;
            FunctionGraphs.prototype.postOptimizationGraph = null;

            FunctionGraphs.create = function(properties) {
                return new FunctionGraphs(properties);
            };

            FunctionGraphs.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.partitionGraphs != null && message.partitionGraphs.length)
                    for (let i = 0; i < message.partitionGraphs.length; ++i)
                        $root.tensorboard.GraphDef.encode(message.partitionGraphs[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.preOptimizationGraph != null && $Object.hasOwnProperty.call(message, "preOptimizationGraph"))
                    $root.tensorboard.GraphDef.encode(message.preOptimizationGraph, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.postOptimizationGraph != null && $Object.hasOwnProperty.call(message, "postOptimizationGraph"))
                    $root.tensorboard.GraphDef.encode(message.postOptimizationGraph, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            FunctionGraphs.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.RunMetadata.FunctionGraphs();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.partitionGraphs && message.partitionGraphs.length))
                                message.partitionGraphs = [];
                            message.partitionGraphs.push($root.tensorboard.GraphDef.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.preOptimizationGraph = $root.tensorboard.GraphDef.decode(reader, reader.size(), $undefined, _depth + 1, message.preOptimizationGraph);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.postOptimizationGraph = $root.tensorboard.GraphDef.decode(reader, reader.size(), $undefined, _depth + 1, message.postOptimizationGraph);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return FunctionGraphs;
        })();

        return RunMetadata;
    })();

    tensorboard.TensorConnection = (function() {

        const TensorConnection = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TensorConnection.prototype.fromTensor = "";
        TensorConnection.prototype.toTensor = "";

        TensorConnection.create = function(properties) {
            return new TensorConnection(properties);
        };

        TensorConnection.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.fromTensor != null && $Object.hasOwnProperty.call(message, "fromTensor") && message.fromTensor !== "")
                writer.uint32(10).string(message.fromTensor);
            if (message.toTensor != null && $Object.hasOwnProperty.call(message, "toTensor") && message.toTensor !== "")
                writer.uint32(18).string(message.toTensor);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        TensorConnection.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.TensorConnection();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.fromTensor = value;
                        else
                            delete message.fromTensor;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.toTensor = value;
                        else
                            delete message.toTensor;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return TensorConnection;
    })();

    tensorboard.CallableOptions = (function() {

        const CallableOptions = function (properties) {
            this.feed = [];
            this.fetch = [];
            this.target = [];
            this.tensorConnection = [];
            this.feedDevices = {};
            this.fetchDevices = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CallableOptions.prototype.feed = $util.emptyArray;
        CallableOptions.prototype.fetch = $util.emptyArray;
        CallableOptions.prototype.target = $util.emptyArray;
        CallableOptions.prototype.runOptions = null;
        CallableOptions.prototype.tensorConnection = $util.emptyArray;
        CallableOptions.prototype.feedDevices = $util.emptyObject;
        CallableOptions.prototype.fetchDevices = $util.emptyObject;
        CallableOptions.prototype.fetchSkipSync = false;

        CallableOptions.create = function(properties) {
            return new CallableOptions(properties);
        };

        CallableOptions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.feed != null && message.feed.length)
                for (let i = 0; i < message.feed.length; ++i)
                    writer.uint32(10).string(message.feed[i]);
            if (message.fetch != null && message.fetch.length)
                for (let i = 0; i < message.fetch.length; ++i)
                    writer.uint32(18).string(message.fetch[i]);
            if (message.target != null && message.target.length)
                for (let i = 0; i < message.target.length; ++i)
                    writer.uint32(26).string(message.target[i]);
            if (message.runOptions != null && $Object.hasOwnProperty.call(message, "runOptions"))
                $root.tensorboard.RunOptions.encode(message.runOptions, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.tensorConnection != null && message.tensorConnection.length)
                for (let i = 0; i < message.tensorConnection.length; ++i)
                    $root.tensorboard.TensorConnection.encode(message.tensorConnection[i], writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.feedDevices != null && $Object.hasOwnProperty.call(message, "feedDevices"))
                for (let keys = $Object.keys(message.feedDevices), i = 0; i < keys.length; ++i)
                    writer.uint32(50).fork().uint32(10).string(keys[i]).uint32(18).string(message.feedDevices[keys[i]]).ldelim();
            if (message.fetchDevices != null && $Object.hasOwnProperty.call(message, "fetchDevices"))
                for (let keys = $Object.keys(message.fetchDevices), i = 0; i < keys.length; ++i)
                    writer.uint32(58).fork().uint32(10).string(keys[i]).uint32(18).string(message.fetchDevices[keys[i]]).ldelim();
            if (message.fetchSkipSync != null && $Object.hasOwnProperty.call(message, "fetchSkipSync") && message.fetchSkipSync !== false)
                writer.uint32(64).bool(message.fetchSkipSync);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        CallableOptions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.CallableOptions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.feed && message.feed.length))
                            message.feed = [];
                        message.feed.push(reader.stringVerify());
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.fetch && message.fetch.length))
                            message.fetch = [];
                        message.fetch.push(reader.stringVerify());
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.target && message.target.length))
                            message.target = [];
                        message.target.push(reader.stringVerify());
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.runOptions = $root.tensorboard.RunOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.runOptions);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.tensorConnection && message.tensorConnection.length))
                            message.tensorConnection = [];
                        message.tensorConnection.push($root.tensorboard.TensorConnection.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (message.feedDevices === $util.emptyObject)
                            message.feedDevices = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.feedDevices, key);
                        message.feedDevices[key] = value;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (message.fetchDevices === $util.emptyObject)
                            message.fetchDevices = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.fetchDevices, key);
                        message.fetchDevices[key] = value;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.fetchSkipSync = value;
                        else
                            delete message.fetchSkipSync;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CallableOptions;
    })();

    tensorboard.BatchingOptions = (function() {

        const BatchingOptions = function (properties) {
            this.allowedBatchSizes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        BatchingOptions.prototype.numBatchThreads = 0;
        BatchingOptions.prototype.maxBatchSize = 0;
        BatchingOptions.prototype.batchTimeoutMicros = 0;
        BatchingOptions.prototype.allowedBatchSizes = $util.emptyArray;
        BatchingOptions.prototype.maxEnqueuedBatches = 0;

        BatchingOptions.create = function(properties) {
            return new BatchingOptions(properties);
        };

        BatchingOptions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.numBatchThreads != null && $Object.hasOwnProperty.call(message, "numBatchThreads") && message.numBatchThreads !== 0)
                writer.uint32(8).int32(message.numBatchThreads);
            if (message.maxBatchSize != null && $Object.hasOwnProperty.call(message, "maxBatchSize") && message.maxBatchSize !== 0)
                writer.uint32(16).int32(message.maxBatchSize);
            if (message.batchTimeoutMicros != null && $Object.hasOwnProperty.call(message, "batchTimeoutMicros") && message.batchTimeoutMicros !== 0)
                writer.uint32(24).int32(message.batchTimeoutMicros);
            if (message.allowedBatchSizes != null && message.allowedBatchSizes.length)
                writer.uint32(34).int32s(message.allowedBatchSizes);
            if (message.maxEnqueuedBatches != null && $Object.hasOwnProperty.call(message, "maxEnqueuedBatches") && message.maxEnqueuedBatches !== 0)
                writer.uint32(40).int32(message.maxEnqueuedBatches);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        BatchingOptions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.BatchingOptions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.numBatchThreads = value;
                        else
                            delete message.numBatchThreads;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.maxBatchSize = value;
                        else
                            delete message.maxBatchSize;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.batchTimeoutMicros = value;
                        else
                            delete message.batchTimeoutMicros;
                        continue;
                    }
                case 4: {
                        if (wireType === 2) {
                            if (!(message.allowedBatchSizes && message.allowedBatchSizes.length))
                                message.allowedBatchSizes = [];
                            reader.int32s(message.allowedBatchSizes);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.allowedBatchSizes && message.allowedBatchSizes.length))
                            message.allowedBatchSizes = [];
                        message.allowedBatchSizes.push(reader.int32());
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.maxEnqueuedBatches = value;
                        else
                            delete message.maxEnqueuedBatches;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return BatchingOptions;
    })();

    tensorboard.CoordinatedJob = (function() {

        const CoordinatedJob = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CoordinatedJob.prototype.name = "";
        CoordinatedJob.prototype.numTasks = 0;

        CoordinatedJob.create = function(properties) {
            return new CoordinatedJob(properties);
        };

        CoordinatedJob.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.numTasks != null && $Object.hasOwnProperty.call(message, "numTasks") && message.numTasks !== 0)
                writer.uint32(16).int32(message.numTasks);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        CoordinatedJob.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.CoordinatedJob();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.numTasks = value;
                        else
                            delete message.numTasks;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CoordinatedJob;
    })();

    tensorboard.CoordinationServiceConfig = (function() {

        const CoordinationServiceConfig = function (properties) {
            this.coordinatedJobList = [];
            this.recoverableJobs = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CoordinationServiceConfig.prototype.serviceType = "";
        CoordinationServiceConfig.prototype.serviceLeader = "";
        CoordinationServiceConfig.prototype.enableHealthCheck = false;
        CoordinationServiceConfig.prototype.clusterRegisterTimeoutInMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        CoordinationServiceConfig.prototype.clusterRegisterWithBarrier = false;
        CoordinationServiceConfig.prototype.heartbeatTimeoutInMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        CoordinationServiceConfig.prototype.coordinatedJobList = $util.emptyArray;
        CoordinationServiceConfig.prototype.shutdownBarrierTimeoutInMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        CoordinationServiceConfig.prototype.agentDestructionWithoutShutdown = false;
        CoordinationServiceConfig.prototype.recoverableJobs = $util.emptyArray;
        CoordinationServiceConfig.prototype.allowNewIncarnationToReconnect = false;
        CoordinationServiceConfig.prototype.forceDisable = false;
        CoordinationServiceConfig.prototype.pollForErrorFromServiceAtStartup = false;

        CoordinationServiceConfig.create = function(properties) {
            return new CoordinationServiceConfig(properties);
        };

        CoordinationServiceConfig.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.serviceType != null && $Object.hasOwnProperty.call(message, "serviceType") && message.serviceType !== "")
                writer.uint32(10).string(message.serviceType);
            if (message.serviceLeader != null && $Object.hasOwnProperty.call(message, "serviceLeader") && message.serviceLeader !== "")
                writer.uint32(18).string(message.serviceLeader);
            if (message.enableHealthCheck != null && $Object.hasOwnProperty.call(message, "enableHealthCheck") && message.enableHealthCheck !== false)
                writer.uint32(24).bool(message.enableHealthCheck);
            if (message.clusterRegisterTimeoutInMs != null && $Object.hasOwnProperty.call(message, "clusterRegisterTimeoutInMs") && (typeof message.clusterRegisterTimeoutInMs === "object" ? message.clusterRegisterTimeoutInMs.low || message.clusterRegisterTimeoutInMs.high : message.clusterRegisterTimeoutInMs !== 0))
                writer.uint32(32).int64(message.clusterRegisterTimeoutInMs);
            if (message.heartbeatTimeoutInMs != null && $Object.hasOwnProperty.call(message, "heartbeatTimeoutInMs") && (typeof message.heartbeatTimeoutInMs === "object" ? message.heartbeatTimeoutInMs.low || message.heartbeatTimeoutInMs.high : message.heartbeatTimeoutInMs !== 0))
                writer.uint32(40).int64(message.heartbeatTimeoutInMs);
            if (message.shutdownBarrierTimeoutInMs != null && $Object.hasOwnProperty.call(message, "shutdownBarrierTimeoutInMs") && (typeof message.shutdownBarrierTimeoutInMs === "object" ? message.shutdownBarrierTimeoutInMs.low || message.shutdownBarrierTimeoutInMs.high : message.shutdownBarrierTimeoutInMs !== 0))
                writer.uint32(56).int64(message.shutdownBarrierTimeoutInMs);
            if (message.agentDestructionWithoutShutdown != null && $Object.hasOwnProperty.call(message, "agentDestructionWithoutShutdown") && message.agentDestructionWithoutShutdown !== false)
                writer.uint32(64).bool(message.agentDestructionWithoutShutdown);
            if (message.recoverableJobs != null && message.recoverableJobs.length)
                for (let i = 0; i < message.recoverableJobs.length; ++i)
                    writer.uint32(74).string(message.recoverableJobs[i]);
            if (message.coordinatedJobList != null && message.coordinatedJobList.length)
                for (let i = 0; i < message.coordinatedJobList.length; ++i)
                    $root.tensorboard.CoordinatedJob.encode(message.coordinatedJobList[i], writer.uint32(82).fork(), _depth + 1).ldelim();
            if (message.allowNewIncarnationToReconnect != null && $Object.hasOwnProperty.call(message, "allowNewIncarnationToReconnect") && message.allowNewIncarnationToReconnect !== false)
                writer.uint32(88).bool(message.allowNewIncarnationToReconnect);
            if (message.forceDisable != null && $Object.hasOwnProperty.call(message, "forceDisable") && message.forceDisable !== false)
                writer.uint32(96).bool(message.forceDisable);
            if (message.pollForErrorFromServiceAtStartup != null && $Object.hasOwnProperty.call(message, "pollForErrorFromServiceAtStartup") && message.pollForErrorFromServiceAtStartup !== false)
                writer.uint32(104).bool(message.pollForErrorFromServiceAtStartup);
            if (message.clusterRegisterWithBarrier != null && $Object.hasOwnProperty.call(message, "clusterRegisterWithBarrier") && message.clusterRegisterWithBarrier !== false)
                writer.uint32(112).bool(message.clusterRegisterWithBarrier);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        CoordinationServiceConfig.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.CoordinationServiceConfig();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.serviceType = value;
                        else
                            delete message.serviceType;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.serviceLeader = value;
                        else
                            delete message.serviceLeader;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.enableHealthCheck = value;
                        else
                            delete message.enableHealthCheck;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.clusterRegisterTimeoutInMs = value;
                        else
                            delete message.clusterRegisterTimeoutInMs;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.clusterRegisterWithBarrier = value;
                        else
                            delete message.clusterRegisterWithBarrier;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.heartbeatTimeoutInMs = value;
                        else
                            delete message.heartbeatTimeoutInMs;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if (!(message.coordinatedJobList && message.coordinatedJobList.length))
                            message.coordinatedJobList = [];
                        message.coordinatedJobList.push($root.tensorboard.CoordinatedJob.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.shutdownBarrierTimeoutInMs = value;
                        else
                            delete message.shutdownBarrierTimeoutInMs;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.agentDestructionWithoutShutdown = value;
                        else
                            delete message.agentDestructionWithoutShutdown;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if (!(message.recoverableJobs && message.recoverableJobs.length))
                            message.recoverableJobs = [];
                        message.recoverableJobs.push(reader.stringVerify());
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.allowNewIncarnationToReconnect = value;
                        else
                            delete message.allowNewIncarnationToReconnect;
                        continue;
                    }
                case 12: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.forceDisable = value;
                        else
                            delete message.forceDisable;
                        continue;
                    }
                case 13: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.pollForErrorFromServiceAtStartup = value;
                        else
                            delete message.pollForErrorFromServiceAtStartup;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CoordinationServiceConfig;
    })();

    tensorboard.CostGraphDef = (function() {

        const CostGraphDef = function (properties) {
            this.node = [];
            this.cost = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CostGraphDef.prototype.node = $util.emptyArray;
        CostGraphDef.prototype.cost = $util.emptyArray;

        CostGraphDef.create = function(properties) {
            return new CostGraphDef(properties);
        };

        CostGraphDef.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && message.node.length)
                for (let i = 0; i < message.node.length; ++i)
                    $root.tensorboard.CostGraphDef.Node.encode(message.node[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.cost != null && message.cost.length)
                for (let i = 0; i < message.cost.length; ++i)
                    $root.tensorboard.CostGraphDef.AggregatedCost.encode(message.cost[i], writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        CostGraphDef.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.CostGraphDef();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.node && message.node.length))
                            message.node = [];
                        message.node.push($root.tensorboard.CostGraphDef.Node.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.cost && message.cost.length))
                            message.cost = [];
                        message.cost.push($root.tensorboard.CostGraphDef.AggregatedCost.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        CostGraphDef.Node = (function() {

            const Node = function (properties) {
                this.inputInfo = [];
                this.outputInfo = [];
                this.controlInput = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Node.prototype.name = "";
            Node.prototype.device = "";
            Node.prototype.id = 0;
            Node.prototype.inputInfo = $util.emptyArray;
            Node.prototype.outputInfo = $util.emptyArray;
            Node.prototype.temporaryMemorySize = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Node.prototype.persistentMemorySize = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Node.prototype.hostTempMemorySize = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Node.prototype.deviceTempMemorySize = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Node.prototype.devicePersistentMemorySize = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Node.prototype.computeCost = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Node.prototype.computeTime = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Node.prototype.memoryTime = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Node.prototype.isFinal = false;
            Node.prototype.controlInput = $util.emptyArray;
            Node.prototype.inaccurate = false;

            Node.create = function(properties) {
                return new Node(properties);
            };

            Node.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                    writer.uint32(18).string(message.device);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                    writer.uint32(24).int32(message.id);
                if (message.inputInfo != null && message.inputInfo.length)
                    for (let i = 0; i < message.inputInfo.length; ++i)
                        $root.tensorboard.CostGraphDef.Node.InputInfo.encode(message.inputInfo[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.outputInfo != null && message.outputInfo.length)
                    for (let i = 0; i < message.outputInfo.length; ++i)
                        $root.tensorboard.CostGraphDef.Node.OutputInfo.encode(message.outputInfo[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.temporaryMemorySize != null && $Object.hasOwnProperty.call(message, "temporaryMemorySize") && (typeof message.temporaryMemorySize === "object" ? message.temporaryMemorySize.low || message.temporaryMemorySize.high : message.temporaryMemorySize !== 0))
                    writer.uint32(48).int64(message.temporaryMemorySize);
                if (message.isFinal != null && $Object.hasOwnProperty.call(message, "isFinal") && message.isFinal !== false)
                    writer.uint32(56).bool(message.isFinal);
                if (message.controlInput != null && message.controlInput.length)
                    writer.uint32(66).int32s(message.controlInput);
                if (message.computeCost != null && $Object.hasOwnProperty.call(message, "computeCost") && (typeof message.computeCost === "object" ? message.computeCost.low || message.computeCost.high : message.computeCost !== 0))
                    writer.uint32(72).int64(message.computeCost);
                if (message.hostTempMemorySize != null && $Object.hasOwnProperty.call(message, "hostTempMemorySize") && (typeof message.hostTempMemorySize === "object" ? message.hostTempMemorySize.low || message.hostTempMemorySize.high : message.hostTempMemorySize !== 0))
                    writer.uint32(80).int64(message.hostTempMemorySize);
                if (message.deviceTempMemorySize != null && $Object.hasOwnProperty.call(message, "deviceTempMemorySize") && (typeof message.deviceTempMemorySize === "object" ? message.deviceTempMemorySize.low || message.deviceTempMemorySize.high : message.deviceTempMemorySize !== 0))
                    writer.uint32(88).int64(message.deviceTempMemorySize);
                if (message.persistentMemorySize != null && $Object.hasOwnProperty.call(message, "persistentMemorySize") && (typeof message.persistentMemorySize === "object" ? message.persistentMemorySize.low || message.persistentMemorySize.high : message.persistentMemorySize !== 0))
                    writer.uint32(96).int64(message.persistentMemorySize);
                if (message.computeTime != null && $Object.hasOwnProperty.call(message, "computeTime") && (typeof message.computeTime === "object" ? message.computeTime.low || message.computeTime.high : message.computeTime !== 0))
                    writer.uint32(112).int64(message.computeTime);
                if (message.memoryTime != null && $Object.hasOwnProperty.call(message, "memoryTime") && (typeof message.memoryTime === "object" ? message.memoryTime.low || message.memoryTime.high : message.memoryTime !== 0))
                    writer.uint32(120).int64(message.memoryTime);
                if (message.devicePersistentMemorySize != null && $Object.hasOwnProperty.call(message, "devicePersistentMemorySize") && (typeof message.devicePersistentMemorySize === "object" ? message.devicePersistentMemorySize.low || message.devicePersistentMemorySize.high : message.devicePersistentMemorySize !== 0))
                    writer.uint32(128).int64(message.devicePersistentMemorySize);
                if (message.inaccurate != null && $Object.hasOwnProperty.call(message, "inaccurate") && message.inaccurate !== false)
                    writer.uint32(136).bool(message.inaccurate);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Node.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.CostGraphDef.Node();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.device = value;
                            else
                                delete message.device;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.inputInfo && message.inputInfo.length))
                                message.inputInfo = [];
                            message.inputInfo.push($root.tensorboard.CostGraphDef.Node.InputInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.outputInfo && message.outputInfo.length))
                                message.outputInfo = [];
                            message.outputInfo.push($root.tensorboard.CostGraphDef.Node.OutputInfo.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.temporaryMemorySize = value;
                            else
                                delete message.temporaryMemorySize;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.persistentMemorySize = value;
                            else
                                delete message.persistentMemorySize;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.hostTempMemorySize = value;
                            else
                                delete message.hostTempMemorySize;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.deviceTempMemorySize = value;
                            else
                                delete message.deviceTempMemorySize;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.devicePersistentMemorySize = value;
                            else
                                delete message.devicePersistentMemorySize;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.computeCost = value;
                            else
                                delete message.computeCost;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.computeTime = value;
                            else
                                delete message.computeTime;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.memoryTime = value;
                            else
                                delete message.memoryTime;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.isFinal = value;
                            else
                                delete message.isFinal;
                            continue;
                        }
                    case 8: {
                            if (wireType === 2) {
                                if (!(message.controlInput && message.controlInput.length))
                                    message.controlInput = [];
                                reader.int32s(message.controlInput);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.controlInput && message.controlInput.length))
                                message.controlInput = [];
                            message.controlInput.push(reader.int32());
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.inaccurate = value;
                            else
                                delete message.inaccurate;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            Node.InputInfo = (function() {

                const InputInfo = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                InputInfo.prototype.precedingNode = 0;
                InputInfo.prototype.precedingPort = 0;

                InputInfo.create = function(properties) {
                    return new InputInfo(properties);
                };

                InputInfo.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.precedingNode != null && $Object.hasOwnProperty.call(message, "precedingNode") && message.precedingNode !== 0)
                        writer.uint32(8).int32(message.precedingNode);
                    if (message.precedingPort != null && $Object.hasOwnProperty.call(message, "precedingPort") && message.precedingPort !== 0)
                        writer.uint32(16).int32(message.precedingPort);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                InputInfo.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.tensorboard.CostGraphDef.Node.InputInfo();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.precedingNode = value;
                                else
                                    delete message.precedingNode;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.precedingPort = value;
                                else
                                    delete message.precedingPort;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return InputInfo;
            })();

            Node.OutputInfo = (function() {

                const OutputInfo = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                OutputInfo.prototype.size = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
                OutputInfo.prototype.aliasInputPort = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
                OutputInfo.prototype.shape = null;
                OutputInfo.prototype.dtype = 0;

                OutputInfo.create = function(properties) {
                    return new OutputInfo(properties);
                };

                OutputInfo.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.size != null && $Object.hasOwnProperty.call(message, "size") && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                        writer.uint32(8).int64(message.size);
                    if (message.aliasInputPort != null && $Object.hasOwnProperty.call(message, "aliasInputPort") && (typeof message.aliasInputPort === "object" ? message.aliasInputPort.low || message.aliasInputPort.high : message.aliasInputPort !== 0))
                        writer.uint32(16).int64(message.aliasInputPort);
                    if (message.shape != null && $Object.hasOwnProperty.call(message, "shape"))
                        $root.tensorboard.TensorShapeProto.encode(message.shape, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.dtype != null && $Object.hasOwnProperty.call(message, "dtype") && message.dtype !== 0)
                        writer.uint32(32).int32(message.dtype);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                OutputInfo.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.tensorboard.CostGraphDef.Node.OutputInfo();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.size = value;
                                else
                                    delete message.size;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                    message.aliasInputPort = value;
                                else
                                    delete message.aliasInputPort;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.shape = $root.tensorboard.TensorShapeProto.decode(reader, reader.size(), $undefined, _depth + 1, message.shape);
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.dtype = value;
                                else
                                    delete message.dtype;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                return OutputInfo;
            })();

            return Node;
        })();

        CostGraphDef.AggregatedCost = (function() {

            const AggregatedCost = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AggregatedCost.prototype.cost = 0;
            AggregatedCost.prototype.dimension = "";

            AggregatedCost.create = function(properties) {
                return new AggregatedCost(properties);
            };

            AggregatedCost.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && !$Object.is(message.cost, 0))
                    writer.uint32(13).float(message.cost);
                if (message.dimension != null && $Object.hasOwnProperty.call(message, "dimension") && message.dimension !== "")
                    writer.uint32(18).string(message.dimension);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            AggregatedCost.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.CostGraphDef.AggregatedCost();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 5)
                                break;
                            if (!$Object.is(value = reader.float(), 0))
                                message.cost = value;
                            else
                                delete message.cost;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.dimension = value;
                            else
                                delete message.dimension;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AggregatedCost;
        })();

        return CostGraphDef;
    })();

    tensorboard.AllocationRecord = (function() {

        const AllocationRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        AllocationRecord.prototype.allocMicros = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        AllocationRecord.prototype.allocBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        AllocationRecord.create = function(properties) {
            return new AllocationRecord(properties);
        };

        AllocationRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.allocMicros != null && $Object.hasOwnProperty.call(message, "allocMicros") && (typeof message.allocMicros === "object" ? message.allocMicros.low || message.allocMicros.high : message.allocMicros !== 0))
                writer.uint32(8).int64(message.allocMicros);
            if (message.allocBytes != null && $Object.hasOwnProperty.call(message, "allocBytes") && (typeof message.allocBytes === "object" ? message.allocBytes.low || message.allocBytes.high : message.allocBytes !== 0))
                writer.uint32(16).int64(message.allocBytes);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        AllocationRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.AllocationRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.allocMicros = value;
                        else
                            delete message.allocMicros;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.allocBytes = value;
                        else
                            delete message.allocBytes;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return AllocationRecord;
    })();

    tensorboard.AllocatorMemoryUsed = (function() {

        const AllocatorMemoryUsed = function (properties) {
            this.allocationRecords = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        AllocatorMemoryUsed.prototype.allocatorName = "";
        AllocatorMemoryUsed.prototype.totalBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        AllocatorMemoryUsed.prototype.peakBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        AllocatorMemoryUsed.prototype.liveBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        AllocatorMemoryUsed.prototype.allocationRecords = $util.emptyArray;
        AllocatorMemoryUsed.prototype.allocatorBytesInUse = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        AllocatorMemoryUsed.create = function(properties) {
            return new AllocatorMemoryUsed(properties);
        };

        AllocatorMemoryUsed.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.allocatorName != null && $Object.hasOwnProperty.call(message, "allocatorName") && message.allocatorName !== "")
                writer.uint32(10).string(message.allocatorName);
            if (message.totalBytes != null && $Object.hasOwnProperty.call(message, "totalBytes") && (typeof message.totalBytes === "object" ? message.totalBytes.low || message.totalBytes.high : message.totalBytes !== 0))
                writer.uint32(16).int64(message.totalBytes);
            if (message.peakBytes != null && $Object.hasOwnProperty.call(message, "peakBytes") && (typeof message.peakBytes === "object" ? message.peakBytes.low || message.peakBytes.high : message.peakBytes !== 0))
                writer.uint32(24).int64(message.peakBytes);
            if (message.liveBytes != null && $Object.hasOwnProperty.call(message, "liveBytes") && (typeof message.liveBytes === "object" ? message.liveBytes.low || message.liveBytes.high : message.liveBytes !== 0))
                writer.uint32(32).int64(message.liveBytes);
            if (message.allocatorBytesInUse != null && $Object.hasOwnProperty.call(message, "allocatorBytesInUse") && (typeof message.allocatorBytesInUse === "object" ? message.allocatorBytesInUse.low || message.allocatorBytesInUse.high : message.allocatorBytesInUse !== 0))
                writer.uint32(40).int64(message.allocatorBytesInUse);
            if (message.allocationRecords != null && message.allocationRecords.length)
                for (let i = 0; i < message.allocationRecords.length; ++i)
                    $root.tensorboard.AllocationRecord.encode(message.allocationRecords[i], writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        AllocatorMemoryUsed.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.AllocatorMemoryUsed();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.allocatorName = value;
                        else
                            delete message.allocatorName;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.totalBytes = value;
                        else
                            delete message.totalBytes;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.peakBytes = value;
                        else
                            delete message.peakBytes;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.liveBytes = value;
                        else
                            delete message.liveBytes;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.allocationRecords && message.allocationRecords.length))
                            message.allocationRecords = [];
                        message.allocationRecords.push($root.tensorboard.AllocationRecord.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.allocatorBytesInUse = value;
                        else
                            delete message.allocatorBytesInUse;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return AllocatorMemoryUsed;
    })();

    tensorboard.NodeOutput = (function() {

        const NodeOutput = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        NodeOutput.prototype.slot = 0;
        NodeOutput.prototype.tensorDescription = null;

        NodeOutput.create = function(properties) {
            return new NodeOutput(properties);
        };

        NodeOutput.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.slot != null && $Object.hasOwnProperty.call(message, "slot") && message.slot !== 0)
                writer.uint32(8).int32(message.slot);
            if (message.tensorDescription != null && $Object.hasOwnProperty.call(message, "tensorDescription"))
                $root.tensorboard.TensorDescription.encode(message.tensorDescription, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        NodeOutput.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.NodeOutput();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.slot = value;
                        else
                            delete message.slot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.tensorDescription = $root.tensorboard.TensorDescription.decode(reader, reader.size(), $undefined, _depth + 1, message.tensorDescription);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return NodeOutput;
    })();

    tensorboard.MemoryStats = (function() {

        const MemoryStats = function (properties) {
            this.persistentTensorAllocIds = [];
            this.devicePersistentTensorAllocIds = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        MemoryStats.prototype.tempMemorySize = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        MemoryStats.prototype.persistentMemorySize = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        MemoryStats.prototype.persistentTensorAllocIds = $util.emptyArray;
        MemoryStats.prototype.deviceTempMemorySize = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        MemoryStats.prototype.devicePersistentMemorySize = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        MemoryStats.prototype.devicePersistentTensorAllocIds = $util.emptyArray;

        MemoryStats.create = function(properties) {
            return new MemoryStats(properties);
        };

        MemoryStats.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.tempMemorySize != null && $Object.hasOwnProperty.call(message, "tempMemorySize") && (typeof message.tempMemorySize === "object" ? message.tempMemorySize.low || message.tempMemorySize.high : message.tempMemorySize !== 0))
                writer.uint32(8).int64(message.tempMemorySize);
            if (message.deviceTempMemorySize != null && $Object.hasOwnProperty.call(message, "deviceTempMemorySize") && (typeof message.deviceTempMemorySize === "object" ? message.deviceTempMemorySize.low || message.deviceTempMemorySize.high : message.deviceTempMemorySize !== 0))
                writer.uint32(16).int64(message.deviceTempMemorySize);
            if (message.persistentMemorySize != null && $Object.hasOwnProperty.call(message, "persistentMemorySize") && (typeof message.persistentMemorySize === "object" ? message.persistentMemorySize.low || message.persistentMemorySize.high : message.persistentMemorySize !== 0))
                writer.uint32(24).int64(message.persistentMemorySize);
            if (message.devicePersistentMemorySize != null && $Object.hasOwnProperty.call(message, "devicePersistentMemorySize") && (typeof message.devicePersistentMemorySize === "object" ? message.devicePersistentMemorySize.low || message.devicePersistentMemorySize.high : message.devicePersistentMemorySize !== 0))
                writer.uint32(32).int64(message.devicePersistentMemorySize);
            if (message.persistentTensorAllocIds != null && message.persistentTensorAllocIds.length)
                writer.uint32(42).int64s(message.persistentTensorAllocIds);
            if (message.devicePersistentTensorAllocIds != null && message.devicePersistentTensorAllocIds.length)
                writer.uint32(50).int64s(message.devicePersistentTensorAllocIds);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        MemoryStats.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.MemoryStats();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.tempMemorySize = value;
                        else
                            delete message.tempMemorySize;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.persistentMemorySize = value;
                        else
                            delete message.persistentMemorySize;
                        continue;
                    }
                case 5: {
                        if (wireType === 2) {
                            if (!(message.persistentTensorAllocIds && message.persistentTensorAllocIds.length))
                                message.persistentTensorAllocIds = [];
                            reader.int64s(message.persistentTensorAllocIds);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.persistentTensorAllocIds && message.persistentTensorAllocIds.length))
                            message.persistentTensorAllocIds = [];
                        message.persistentTensorAllocIds.push(reader.int64());
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.deviceTempMemorySize = value;
                        else
                            delete message.deviceTempMemorySize;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.devicePersistentMemorySize = value;
                        else
                            delete message.devicePersistentMemorySize;
                        continue;
                    }
                case 6: {
                        if (wireType === 2) {
                            if (!(message.devicePersistentTensorAllocIds && message.devicePersistentTensorAllocIds.length))
                                message.devicePersistentTensorAllocIds = [];
                            reader.int64s(message.devicePersistentTensorAllocIds);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.devicePersistentTensorAllocIds && message.devicePersistentTensorAllocIds.length))
                            message.devicePersistentTensorAllocIds = [];
                        message.devicePersistentTensorAllocIds.push(reader.int64());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MemoryStats;
    })();

    tensorboard.NodeExecStats = (function() {

        const NodeExecStats = function (properties) {
            this.memory = [];
            this.output = [];
            this.referencedTensor = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        NodeExecStats.prototype.nodeName = "";
        NodeExecStats.prototype.allStartMicros = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        NodeExecStats.prototype.opStartRelMicros = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        NodeExecStats.prototype.opEndRelMicros = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        NodeExecStats.prototype.allEndRelMicros = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        NodeExecStats.prototype.memory = $util.emptyArray;
        NodeExecStats.prototype.output = $util.emptyArray;
        NodeExecStats.prototype.timelineLabel = "";
        NodeExecStats.prototype.scheduledMicros = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        NodeExecStats.prototype.threadId = 0;
        NodeExecStats.prototype.referencedTensor = $util.emptyArray;
        NodeExecStats.prototype.memoryStats = null;
        NodeExecStats.prototype.allStartNanos = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        NodeExecStats.prototype.opStartRelNanos = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        NodeExecStats.prototype.opEndRelNanos = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        NodeExecStats.prototype.allEndRelNanos = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        NodeExecStats.prototype.scheduledNanos = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        NodeExecStats.create = function(properties) {
            return new NodeExecStats(properties);
        };

        NodeExecStats.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.nodeName != null && $Object.hasOwnProperty.call(message, "nodeName") && message.nodeName !== "")
                writer.uint32(10).string(message.nodeName);
            if (message.allStartMicros != null && $Object.hasOwnProperty.call(message, "allStartMicros") && (typeof message.allStartMicros === "object" ? message.allStartMicros.low || message.allStartMicros.high : message.allStartMicros !== 0))
                writer.uint32(16).int64(message.allStartMicros);
            if (message.opStartRelMicros != null && $Object.hasOwnProperty.call(message, "opStartRelMicros") && (typeof message.opStartRelMicros === "object" ? message.opStartRelMicros.low || message.opStartRelMicros.high : message.opStartRelMicros !== 0))
                writer.uint32(24).int64(message.opStartRelMicros);
            if (message.opEndRelMicros != null && $Object.hasOwnProperty.call(message, "opEndRelMicros") && (typeof message.opEndRelMicros === "object" ? message.opEndRelMicros.low || message.opEndRelMicros.high : message.opEndRelMicros !== 0))
                writer.uint32(32).int64(message.opEndRelMicros);
            if (message.allEndRelMicros != null && $Object.hasOwnProperty.call(message, "allEndRelMicros") && (typeof message.allEndRelMicros === "object" ? message.allEndRelMicros.low || message.allEndRelMicros.high : message.allEndRelMicros !== 0))
                writer.uint32(40).int64(message.allEndRelMicros);
            if (message.memory != null && message.memory.length)
                for (let i = 0; i < message.memory.length; ++i)
                    $root.tensorboard.AllocatorMemoryUsed.encode(message.memory[i], writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.output != null && message.output.length)
                for (let i = 0; i < message.output.length; ++i)
                    $root.tensorboard.NodeOutput.encode(message.output[i], writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.timelineLabel != null && $Object.hasOwnProperty.call(message, "timelineLabel") && message.timelineLabel !== "")
                writer.uint32(66).string(message.timelineLabel);
            if (message.scheduledMicros != null && $Object.hasOwnProperty.call(message, "scheduledMicros") && (typeof message.scheduledMicros === "object" ? message.scheduledMicros.low || message.scheduledMicros.high : message.scheduledMicros !== 0))
                writer.uint32(72).int64(message.scheduledMicros);
            if (message.threadId != null && $Object.hasOwnProperty.call(message, "threadId") && message.threadId !== 0)
                writer.uint32(80).uint32(message.threadId);
            if (message.referencedTensor != null && message.referencedTensor.length)
                for (let i = 0; i < message.referencedTensor.length; ++i)
                    $root.tensorboard.AllocationDescription.encode(message.referencedTensor[i], writer.uint32(90).fork(), _depth + 1).ldelim();
            if (message.memoryStats != null && $Object.hasOwnProperty.call(message, "memoryStats"))
                $root.tensorboard.MemoryStats.encode(message.memoryStats, writer.uint32(98).fork(), _depth + 1).ldelim();
            if (message.allStartNanos != null && $Object.hasOwnProperty.call(message, "allStartNanos") && (typeof message.allStartNanos === "object" ? message.allStartNanos.low || message.allStartNanos.high : message.allStartNanos !== 0))
                writer.uint32(104).int64(message.allStartNanos);
            if (message.opStartRelNanos != null && $Object.hasOwnProperty.call(message, "opStartRelNanos") && (typeof message.opStartRelNanos === "object" ? message.opStartRelNanos.low || message.opStartRelNanos.high : message.opStartRelNanos !== 0))
                writer.uint32(112).int64(message.opStartRelNanos);
            if (message.opEndRelNanos != null && $Object.hasOwnProperty.call(message, "opEndRelNanos") && (typeof message.opEndRelNanos === "object" ? message.opEndRelNanos.low || message.opEndRelNanos.high : message.opEndRelNanos !== 0))
                writer.uint32(120).int64(message.opEndRelNanos);
            if (message.allEndRelNanos != null && $Object.hasOwnProperty.call(message, "allEndRelNanos") && (typeof message.allEndRelNanos === "object" ? message.allEndRelNanos.low || message.allEndRelNanos.high : message.allEndRelNanos !== 0))
                writer.uint32(128).int64(message.allEndRelNanos);
            if (message.scheduledNanos != null && $Object.hasOwnProperty.call(message, "scheduledNanos") && (typeof message.scheduledNanos === "object" ? message.scheduledNanos.low || message.scheduledNanos.high : message.scheduledNanos !== 0))
                writer.uint32(136).int64(message.scheduledNanos);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        NodeExecStats.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.NodeExecStats();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.nodeName = value;
                        else
                            delete message.nodeName;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.allStartMicros = value;
                        else
                            delete message.allStartMicros;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.opStartRelMicros = value;
                        else
                            delete message.opStartRelMicros;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.opEndRelMicros = value;
                        else
                            delete message.opEndRelMicros;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.allEndRelMicros = value;
                        else
                            delete message.allEndRelMicros;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.memory && message.memory.length))
                            message.memory = [];
                        message.memory.push($root.tensorboard.AllocatorMemoryUsed.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.output && message.output.length))
                            message.output = [];
                        message.output.push($root.tensorboard.NodeOutput.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.timelineLabel = value;
                        else
                            delete message.timelineLabel;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.scheduledMicros = value;
                        else
                            delete message.scheduledMicros;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.threadId = value;
                        else
                            delete message.threadId;
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        if (!(message.referencedTensor && message.referencedTensor.length))
                            message.referencedTensor = [];
                        message.referencedTensor.push($root.tensorboard.AllocationDescription.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.memoryStats = $root.tensorboard.MemoryStats.decode(reader, reader.size(), $undefined, _depth + 1, message.memoryStats);
                        continue;
                    }
                case 13: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.allStartNanos = value;
                        else
                            delete message.allStartNanos;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.opStartRelNanos = value;
                        else
                            delete message.opStartRelNanos;
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.opEndRelNanos = value;
                        else
                            delete message.opEndRelNanos;
                        continue;
                    }
                case 16: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.allEndRelNanos = value;
                        else
                            delete message.allEndRelNanos;
                        continue;
                    }
                case 17: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.scheduledNanos = value;
                        else
                            delete message.scheduledNanos;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return NodeExecStats;
    })();

    tensorboard.DeviceStepStats = (function() {

        const DeviceStepStats = function (properties) {
            this.nodeStats = [];
            this.threadNames = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        DeviceStepStats.prototype.device = "";
        DeviceStepStats.prototype.nodeStats = $util.emptyArray;
        DeviceStepStats.prototype.threadNames = $util.emptyObject;

        DeviceStepStats.create = function(properties) {
            return new DeviceStepStats(properties);
        };

        DeviceStepStats.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.device != null && $Object.hasOwnProperty.call(message, "device") && message.device !== "")
                writer.uint32(10).string(message.device);
            if (message.nodeStats != null && message.nodeStats.length)
                for (let i = 0; i < message.nodeStats.length; ++i)
                    $root.tensorboard.NodeExecStats.encode(message.nodeStats[i], writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.threadNames != null && $Object.hasOwnProperty.call(message, "threadNames"))
                for (let keys = $Object.keys(message.threadNames), i = 0; i < keys.length; ++i)
                    writer.uint32(26).fork().uint32(8).uint32(keys[i]).uint32(18).string(message.threadNames[keys[i]]).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        DeviceStepStats.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.DeviceStepStats();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.device = value;
                        else
                            delete message.device;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.nodeStats && message.nodeStats.length))
                            message.nodeStats = [];
                        message.nodeStats.push($root.tensorboard.NodeExecStats.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (message.threadNames === $util.emptyObject)
                            message.threadNames = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = 0;
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 0)
                                    break;
                                key = reader.uint32();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        message.threadNames[key] = value;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DeviceStepStats;
    })();

    tensorboard.StepStats = (function() {

        const StepStats = function (properties) {
            this.devStats = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        StepStats.prototype.devStats = $util.emptyArray;

        StepStats.create = function(properties) {
            return new StepStats(properties);
        };

        StepStats.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.devStats != null && message.devStats.length)
                for (let i = 0; i < message.devStats.length; ++i)
                    $root.tensorboard.DeviceStepStats.encode(message.devStats[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        StepStats.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.StepStats();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.devStats && message.devStats.length))
                            message.devStats = [];
                        message.devStats.push($root.tensorboard.DeviceStepStats.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return StepStats;
    })();

    tensorboard.AllocationDescription = (function() {

        const AllocationDescription = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        AllocationDescription.prototype.requestedBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        AllocationDescription.prototype.allocatedBytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        AllocationDescription.prototype.allocatorName = "";
        AllocationDescription.prototype.allocationId = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        AllocationDescription.prototype.hasSingleReference = false;
        AllocationDescription.prototype.ptr = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        AllocationDescription.create = function(properties) {
            return new AllocationDescription(properties);
        };

        AllocationDescription.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.requestedBytes != null && $Object.hasOwnProperty.call(message, "requestedBytes") && (typeof message.requestedBytes === "object" ? message.requestedBytes.low || message.requestedBytes.high : message.requestedBytes !== 0))
                writer.uint32(8).int64(message.requestedBytes);
            if (message.allocatedBytes != null && $Object.hasOwnProperty.call(message, "allocatedBytes") && (typeof message.allocatedBytes === "object" ? message.allocatedBytes.low || message.allocatedBytes.high : message.allocatedBytes !== 0))
                writer.uint32(16).int64(message.allocatedBytes);
            if (message.allocatorName != null && $Object.hasOwnProperty.call(message, "allocatorName") && message.allocatorName !== "")
                writer.uint32(26).string(message.allocatorName);
            if (message.allocationId != null && $Object.hasOwnProperty.call(message, "allocationId") && (typeof message.allocationId === "object" ? message.allocationId.low || message.allocationId.high : message.allocationId !== 0))
                writer.uint32(32).int64(message.allocationId);
            if (message.hasSingleReference != null && $Object.hasOwnProperty.call(message, "hasSingleReference") && message.hasSingleReference !== false)
                writer.uint32(40).bool(message.hasSingleReference);
            if (message.ptr != null && $Object.hasOwnProperty.call(message, "ptr") && (typeof message.ptr === "object" ? message.ptr.low || message.ptr.high : message.ptr !== 0))
                writer.uint32(48).uint64(message.ptr);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        AllocationDescription.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.AllocationDescription();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.requestedBytes = value;
                        else
                            delete message.requestedBytes;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.allocatedBytes = value;
                        else
                            delete message.allocatedBytes;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.allocatorName = value;
                        else
                            delete message.allocatorName;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.allocationId = value;
                        else
                            delete message.allocationId;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.hasSingleReference = value;
                        else
                            delete message.hasSingleReference;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.ptr = value;
                        else
                            delete message.ptr;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return AllocationDescription;
    })();

    tensorboard.TensorDescription = (function() {

        const TensorDescription = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TensorDescription.prototype.dtype = 0;
        TensorDescription.prototype.shape = null;
        TensorDescription.prototype.allocationDescription = null;

        TensorDescription.create = function(properties) {
            return new TensorDescription(properties);
        };

        TensorDescription.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.dtype != null && $Object.hasOwnProperty.call(message, "dtype") && message.dtype !== 0)
                writer.uint32(8).int32(message.dtype);
            if (message.shape != null && $Object.hasOwnProperty.call(message, "shape"))
                $root.tensorboard.TensorShapeProto.encode(message.shape, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.allocationDescription != null && $Object.hasOwnProperty.call(message, "allocationDescription"))
                $root.tensorboard.AllocationDescription.encode(message.allocationDescription, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        TensorDescription.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.TensorDescription();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.dtype = value;
                        else
                            delete message.dtype;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.shape = $root.tensorboard.TensorShapeProto.decode(reader, reader.size(), $undefined, _depth + 1, message.shape);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.allocationDescription = $root.tensorboard.AllocationDescription.decode(reader, reader.size(), $undefined, _depth + 1, message.allocationDescription);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return TensorDescription;
    })();

    tensorboard.JobDef = (function() {

        const JobDef = function (properties) {
            this.tasks = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        JobDef.prototype.name = "";
        JobDef.prototype.tasks = $util.emptyObject;

        JobDef.create = function(properties) {
            return new JobDef(properties);
        };

        JobDef.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.tasks != null && $Object.hasOwnProperty.call(message, "tasks"))
                for (let keys = $Object.keys(message.tasks), i = 0; i < keys.length; ++i)
                    writer.uint32(18).fork().uint32(8).int32(keys[i]).uint32(18).string(message.tasks[keys[i]]).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        JobDef.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.JobDef();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (message.tasks === $util.emptyObject)
                            message.tasks = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = 0;
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 0)
                                    break;
                                key = reader.int32();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        message.tasks[key] = value;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return JobDef;
    })();

    tensorboard.ClusterDef = (function() {

        const ClusterDef = function (properties) {
            this.job = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ClusterDef.prototype.job = $util.emptyArray;

        ClusterDef.create = function(properties) {
            return new ClusterDef(properties);
        };

        ClusterDef.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.job != null && message.job.length)
                for (let i = 0; i < message.job.length; ++i)
                    $root.tensorboard.JobDef.encode(message.job[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ClusterDef.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.ClusterDef();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.job && message.job.length))
                            message.job = [];
                        message.job.push($root.tensorboard.JobDef.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ClusterDef;
    })();

    tensorboard.DebugTensorWatch = (function() {

        const DebugTensorWatch = function (properties) {
            this.debugOps = [];
            this.debugUrls = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        DebugTensorWatch.prototype.nodeName = "";
        DebugTensorWatch.prototype.outputSlot = 0;
        DebugTensorWatch.prototype.debugOps = $util.emptyArray;
        DebugTensorWatch.prototype.debugUrls = $util.emptyArray;
        DebugTensorWatch.prototype.tolerateDebugOpCreationFailures = false;

        DebugTensorWatch.create = function(properties) {
            return new DebugTensorWatch(properties);
        };

        DebugTensorWatch.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.nodeName != null && $Object.hasOwnProperty.call(message, "nodeName") && message.nodeName !== "")
                writer.uint32(10).string(message.nodeName);
            if (message.outputSlot != null && $Object.hasOwnProperty.call(message, "outputSlot") && message.outputSlot !== 0)
                writer.uint32(16).int32(message.outputSlot);
            if (message.debugOps != null && message.debugOps.length)
                for (let i = 0; i < message.debugOps.length; ++i)
                    writer.uint32(26).string(message.debugOps[i]);
            if (message.debugUrls != null && message.debugUrls.length)
                for (let i = 0; i < message.debugUrls.length; ++i)
                    writer.uint32(34).string(message.debugUrls[i]);
            if (message.tolerateDebugOpCreationFailures != null && $Object.hasOwnProperty.call(message, "tolerateDebugOpCreationFailures") && message.tolerateDebugOpCreationFailures !== false)
                writer.uint32(40).bool(message.tolerateDebugOpCreationFailures);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        DebugTensorWatch.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.DebugTensorWatch();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.nodeName = value;
                        else
                            delete message.nodeName;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.outputSlot = value;
                        else
                            delete message.outputSlot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.debugOps && message.debugOps.length))
                            message.debugOps = [];
                        message.debugOps.push(reader.stringVerify());
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.debugUrls && message.debugUrls.length))
                            message.debugUrls = [];
                        message.debugUrls.push(reader.stringVerify());
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.tolerateDebugOpCreationFailures = value;
                        else
                            delete message.tolerateDebugOpCreationFailures;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DebugTensorWatch;
    })();

    tensorboard.DebugOptions = (function() {

        const DebugOptions = function (properties) {
            this.debugTensorWatchOpts = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        DebugOptions.prototype.debugTensorWatchOpts = $util.emptyArray;
        DebugOptions.prototype.globalStep = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        DebugOptions.prototype.resetDiskByteUsage = false;

        DebugOptions.create = function(properties) {
            return new DebugOptions(properties);
        };

        DebugOptions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.debugTensorWatchOpts != null && message.debugTensorWatchOpts.length)
                for (let i = 0; i < message.debugTensorWatchOpts.length; ++i)
                    $root.tensorboard.DebugTensorWatch.encode(message.debugTensorWatchOpts[i], writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.globalStep != null && $Object.hasOwnProperty.call(message, "globalStep") && (typeof message.globalStep === "object" ? message.globalStep.low || message.globalStep.high : message.globalStep !== 0))
                writer.uint32(80).int64(message.globalStep);
            if (message.resetDiskByteUsage != null && $Object.hasOwnProperty.call(message, "resetDiskByteUsage") && message.resetDiskByteUsage !== false)
                writer.uint32(88).bool(message.resetDiskByteUsage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        DebugOptions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.DebugOptions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.debugTensorWatchOpts && message.debugTensorWatchOpts.length))
                            message.debugTensorWatchOpts = [];
                        message.debugTensorWatchOpts.push($root.tensorboard.DebugTensorWatch.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.globalStep = value;
                        else
                            delete message.globalStep;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.resetDiskByteUsage = value;
                        else
                            delete message.resetDiskByteUsage;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DebugOptions;
    })();

    tensorboard.DebuggedSourceFile = (function() {

        const DebuggedSourceFile = function (properties) {
            this.lines = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        DebuggedSourceFile.prototype.host = "";
        DebuggedSourceFile.prototype.filePath = "";
        DebuggedSourceFile.prototype.lastModified = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        DebuggedSourceFile.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        DebuggedSourceFile.prototype.lines = $util.emptyArray;

        DebuggedSourceFile.create = function(properties) {
            return new DebuggedSourceFile(properties);
        };

        DebuggedSourceFile.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.host != null && $Object.hasOwnProperty.call(message, "host") && message.host !== "")
                writer.uint32(10).string(message.host);
            if (message.filePath != null && $Object.hasOwnProperty.call(message, "filePath") && message.filePath !== "")
                writer.uint32(18).string(message.filePath);
            if (message.lastModified != null && $Object.hasOwnProperty.call(message, "lastModified") && (typeof message.lastModified === "object" ? message.lastModified.low || message.lastModified.high : message.lastModified !== 0))
                writer.uint32(24).int64(message.lastModified);
            if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && (typeof message.bytes === "object" ? message.bytes.low || message.bytes.high : message.bytes !== 0))
                writer.uint32(32).int64(message.bytes);
            if (message.lines != null && message.lines.length)
                for (let i = 0; i < message.lines.length; ++i)
                    writer.uint32(42).string(message.lines[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        DebuggedSourceFile.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.DebuggedSourceFile();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.host = value;
                        else
                            delete message.host;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.filePath = value;
                        else
                            delete message.filePath;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.lastModified = value;
                        else
                            delete message.lastModified;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.bytes = value;
                        else
                            delete message.bytes;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.lines && message.lines.length))
                            message.lines = [];
                        message.lines.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DebuggedSourceFile;
    })();

    tensorboard.DebuggedSourceFiles = (function() {

        const DebuggedSourceFiles = function (properties) {
            this.sourceFiles = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        DebuggedSourceFiles.prototype.sourceFiles = $util.emptyArray;

        DebuggedSourceFiles.create = function(properties) {
            return new DebuggedSourceFiles(properties);
        };

        DebuggedSourceFiles.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.sourceFiles != null && message.sourceFiles.length)
                for (let i = 0; i < message.sourceFiles.length; ++i)
                    $root.tensorboard.DebuggedSourceFile.encode(message.sourceFiles[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        DebuggedSourceFiles.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.DebuggedSourceFiles();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.sourceFiles && message.sourceFiles.length))
                            message.sourceFiles = [];
                        message.sourceFiles.push($root.tensorboard.DebuggedSourceFile.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DebuggedSourceFiles;
    })();

    tensorboard.AutoParallelOptions = (function() {

        const AutoParallelOptions = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        AutoParallelOptions.prototype.enable = false;
        AutoParallelOptions.prototype.numReplicas = 0;

        AutoParallelOptions.create = function(properties) {
            return new AutoParallelOptions(properties);
        };

        AutoParallelOptions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.enable != null && $Object.hasOwnProperty.call(message, "enable") && message.enable !== false)
                writer.uint32(8).bool(message.enable);
            if (message.numReplicas != null && $Object.hasOwnProperty.call(message, "numReplicas") && message.numReplicas !== 0)
                writer.uint32(16).int32(message.numReplicas);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        AutoParallelOptions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.AutoParallelOptions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.enable = value;
                        else
                            delete message.enable;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.numReplicas = value;
                        else
                            delete message.numReplicas;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return AutoParallelOptions;
    })();

    tensorboard.ScopedAllocatorOptions = (function() {

        const ScopedAllocatorOptions = function (properties) {
            this.enableOp = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ScopedAllocatorOptions.prototype.enableOp = $util.emptyArray;

        ScopedAllocatorOptions.create = function(properties) {
            return new ScopedAllocatorOptions(properties);
        };

        ScopedAllocatorOptions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.enableOp != null && message.enableOp.length)
                for (let i = 0; i < message.enableOp.length; ++i)
                    writer.uint32(10).string(message.enableOp[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ScopedAllocatorOptions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.ScopedAllocatorOptions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.enableOp && message.enableOp.length))
                            message.enableOp = [];
                        message.enableOp.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ScopedAllocatorOptions;
    })();

    tensorboard.RewriterConfig = (function() {

        const RewriterConfig = function (properties) {
            this.optimizers = [];
            this.customOptimizers = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RewriterConfig.prototype.cpuLayoutConversion = 0;
        RewriterConfig.prototype.layoutOptimizer = 0;
        RewriterConfig.prototype.constantFolding = 0;
        RewriterConfig.prototype.shapeOptimization = 0;
        RewriterConfig.prototype.remapping = 0;
        RewriterConfig.prototype.commonSubgraphElimination = 0;
        RewriterConfig.prototype.arithmeticOptimization = 0;
        RewriterConfig.prototype.dependencyOptimization = 0;
        RewriterConfig.prototype.loopOptimization = 0;
        RewriterConfig.prototype.functionOptimization = 0;
        RewriterConfig.prototype.debugStripper = 0;
        RewriterConfig.prototype.disableModelPruning = false;
        RewriterConfig.prototype.scopedAllocatorOptimization = 0;
        RewriterConfig.prototype.pinToHostOptimization = 0;
        RewriterConfig.prototype.implementationSelector = 0;
        RewriterConfig.prototype.autoMixedPrecision = 0;
        RewriterConfig.prototype.autoMixedPrecisionMkl = 0;
        RewriterConfig.prototype.autoMixedPrecisionOnednnBfloat16 = 0;
        RewriterConfig.prototype.autoMixedPrecisionCpu = 0;
        RewriterConfig.prototype.disableMetaOptimizer = false;
        RewriterConfig.prototype.disableTfgOptimizer = false;
        RewriterConfig.prototype.usePluginOptimizers = 0;
        RewriterConfig.prototype.experimentalConditionalCodeMotion = 0;
        RewriterConfig.prototype.metaOptimizerIterations = 0;
        RewriterConfig.prototype.minGraphNodes = 0;
        RewriterConfig.prototype.experimentalDisableCompressedTensorOptimization = false;
        RewriterConfig.prototype.experimentalDisableFoldingQuantizationEmulation = false;
        RewriterConfig.prototype.memoryOptimization = 0;
        RewriterConfig.prototype.memoryOptimizerTargetNodeNameScope = "";
        RewriterConfig.prototype.metaOptimizerTimeoutMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        RewriterConfig.prototype.autoParallel = null;
        RewriterConfig.prototype.failOnOptimizerErrors = false;
        RewriterConfig.prototype.scopedAllocatorOpts = null;
        RewriterConfig.prototype.optimizers = $util.emptyArray;
        RewriterConfig.prototype.customOptimizers = $util.emptyArray;
        RewriterConfig.prototype.interOptimizerVerifierConfig = null;
        RewriterConfig.prototype.postOptimizationVerifierConfig = null;

        RewriterConfig.create = function(properties) {
            return new RewriterConfig(properties);
        };

        RewriterConfig.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.layoutOptimizer != null && $Object.hasOwnProperty.call(message, "layoutOptimizer") && message.layoutOptimizer !== 0)
                writer.uint32(8).int32(message.layoutOptimizer);
            if (message.disableModelPruning != null && $Object.hasOwnProperty.call(message, "disableModelPruning") && message.disableModelPruning !== false)
                writer.uint32(16).bool(message.disableModelPruning);
            if (message.constantFolding != null && $Object.hasOwnProperty.call(message, "constantFolding") && message.constantFolding !== 0)
                writer.uint32(24).int32(message.constantFolding);
            if (message.memoryOptimization != null && $Object.hasOwnProperty.call(message, "memoryOptimization") && message.memoryOptimization !== 0)
                writer.uint32(32).int32(message.memoryOptimization);
            if (message.autoParallel != null && $Object.hasOwnProperty.call(message, "autoParallel"))
                $root.tensorboard.AutoParallelOptions.encode(message.autoParallel, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.memoryOptimizerTargetNodeNameScope != null && $Object.hasOwnProperty.call(message, "memoryOptimizerTargetNodeNameScope") && message.memoryOptimizerTargetNodeNameScope !== "")
                writer.uint32(50).string(message.memoryOptimizerTargetNodeNameScope);
            if (message.arithmeticOptimization != null && $Object.hasOwnProperty.call(message, "arithmeticOptimization") && message.arithmeticOptimization !== 0)
                writer.uint32(56).int32(message.arithmeticOptimization);
            if (message.dependencyOptimization != null && $Object.hasOwnProperty.call(message, "dependencyOptimization") && message.dependencyOptimization !== 0)
                writer.uint32(64).int32(message.dependencyOptimization);
            if (message.loopOptimization != null && $Object.hasOwnProperty.call(message, "loopOptimization") && message.loopOptimization !== 0)
                writer.uint32(72).int32(message.loopOptimization);
            if (message.functionOptimization != null && $Object.hasOwnProperty.call(message, "functionOptimization") && message.functionOptimization !== 0)
                writer.uint32(80).int32(message.functionOptimization);
            if (message.debugStripper != null && $Object.hasOwnProperty.call(message, "debugStripper") && message.debugStripper !== 0)
                writer.uint32(88).int32(message.debugStripper);
            if (message.metaOptimizerIterations != null && $Object.hasOwnProperty.call(message, "metaOptimizerIterations") && message.metaOptimizerIterations !== 0)
                writer.uint32(96).int32(message.metaOptimizerIterations);
            if (message.shapeOptimization != null && $Object.hasOwnProperty.call(message, "shapeOptimization") && message.shapeOptimization !== 0)
                writer.uint32(104).int32(message.shapeOptimization);
            if (message.remapping != null && $Object.hasOwnProperty.call(message, "remapping") && message.remapping !== 0)
                writer.uint32(112).int32(message.remapping);
            if (message.scopedAllocatorOptimization != null && $Object.hasOwnProperty.call(message, "scopedAllocatorOptimization") && message.scopedAllocatorOptimization !== 0)
                writer.uint32(120).int32(message.scopedAllocatorOptimization);
            if (message.scopedAllocatorOpts != null && $Object.hasOwnProperty.call(message, "scopedAllocatorOpts"))
                $root.tensorboard.ScopedAllocatorOptions.encode(message.scopedAllocatorOpts, writer.uint32(130).fork(), _depth + 1).ldelim();
            if (message.minGraphNodes != null && $Object.hasOwnProperty.call(message, "minGraphNodes") && message.minGraphNodes !== 0)
                writer.uint32(136).int32(message.minGraphNodes);
            if (message.pinToHostOptimization != null && $Object.hasOwnProperty.call(message, "pinToHostOptimization") && message.pinToHostOptimization !== 0)
                writer.uint32(144).int32(message.pinToHostOptimization);
            if (message.disableMetaOptimizer != null && $Object.hasOwnProperty.call(message, "disableMetaOptimizer") && message.disableMetaOptimizer !== false)
                writer.uint32(152).bool(message.disableMetaOptimizer);
            if (message.metaOptimizerTimeoutMs != null && $Object.hasOwnProperty.call(message, "metaOptimizerTimeoutMs") && (typeof message.metaOptimizerTimeoutMs === "object" ? message.metaOptimizerTimeoutMs.low || message.metaOptimizerTimeoutMs.high : message.metaOptimizerTimeoutMs !== 0))
                writer.uint32(160).int64(message.metaOptimizerTimeoutMs);
            if (message.failOnOptimizerErrors != null && $Object.hasOwnProperty.call(message, "failOnOptimizerErrors") && message.failOnOptimizerErrors !== false)
                writer.uint32(168).bool(message.failOnOptimizerErrors);
            if (message.implementationSelector != null && $Object.hasOwnProperty.call(message, "implementationSelector") && message.implementationSelector !== 0)
                writer.uint32(176).int32(message.implementationSelector);
            if (message.autoMixedPrecision != null && $Object.hasOwnProperty.call(message, "autoMixedPrecision") && message.autoMixedPrecision !== 0)
                writer.uint32(184).int32(message.autoMixedPrecision);
            if (message.commonSubgraphElimination != null && $Object.hasOwnProperty.call(message, "commonSubgraphElimination") && message.commonSubgraphElimination !== 0)
                writer.uint32(192).int32(message.commonSubgraphElimination);
            if (message.autoMixedPrecisionMkl != null && $Object.hasOwnProperty.call(message, "autoMixedPrecisionMkl") && message.autoMixedPrecisionMkl !== 0)
                writer.uint32(200).int32(message.autoMixedPrecisionMkl);
            if (message.experimentalDisableCompressedTensorOptimization != null && $Object.hasOwnProperty.call(message, "experimentalDisableCompressedTensorOptimization") && message.experimentalDisableCompressedTensorOptimization !== false)
                writer.uint32(208).bool(message.experimentalDisableCompressedTensorOptimization);
            if (message.experimentalDisableFoldingQuantizationEmulation != null && $Object.hasOwnProperty.call(message, "experimentalDisableFoldingQuantizationEmulation") && message.experimentalDisableFoldingQuantizationEmulation !== false)
                writer.uint32(216).bool(message.experimentalDisableFoldingQuantizationEmulation);
            if (message.usePluginOptimizers != null && $Object.hasOwnProperty.call(message, "usePluginOptimizers") && message.usePluginOptimizers !== 0)
                writer.uint32(224).int32(message.usePluginOptimizers);
            if (message.autoMixedPrecisionCpu != null && $Object.hasOwnProperty.call(message, "autoMixedPrecisionCpu") && message.autoMixedPrecisionCpu !== 0)
                writer.uint32(232).int32(message.autoMixedPrecisionCpu);
            if (message.experimentalConditionalCodeMotion != null && $Object.hasOwnProperty.call(message, "experimentalConditionalCodeMotion") && message.experimentalConditionalCodeMotion !== 0)
                writer.uint32(240).int32(message.experimentalConditionalCodeMotion);
            if (message.autoMixedPrecisionOnednnBfloat16 != null && $Object.hasOwnProperty.call(message, "autoMixedPrecisionOnednnBfloat16") && message.autoMixedPrecisionOnednnBfloat16 !== 0)
                writer.uint32(248).int32(message.autoMixedPrecisionOnednnBfloat16);
            if (message.disableTfgOptimizer != null && $Object.hasOwnProperty.call(message, "disableTfgOptimizer") && message.disableTfgOptimizer !== false)
                writer.uint32(256).bool(message.disableTfgOptimizer);
            if (message.cpuLayoutConversion != null && $Object.hasOwnProperty.call(message, "cpuLayoutConversion") && message.cpuLayoutConversion !== 0)
                writer.uint32(400).int32(message.cpuLayoutConversion);
            if (message.optimizers != null && message.optimizers.length)
                for (let i = 0; i < message.optimizers.length; ++i)
                    writer.uint32(802).string(message.optimizers[i]);
            if (message.customOptimizers != null && message.customOptimizers.length)
                for (let i = 0; i < message.customOptimizers.length; ++i)
                    $root.tensorboard.RewriterConfig.CustomGraphOptimizer.encode(message.customOptimizers[i], writer.uint32(1602).fork(), _depth + 1).ldelim();
            if (message.interOptimizerVerifierConfig != null && $Object.hasOwnProperty.call(message, "interOptimizerVerifierConfig"))
                $root.tensorboard.VerifierConfig.encode(message.interOptimizerVerifierConfig, writer.uint32(2402).fork(), _depth + 1).ldelim();
            if (message.postOptimizationVerifierConfig != null && $Object.hasOwnProperty.call(message, "postOptimizationVerifierConfig"))
                $root.tensorboard.VerifierConfig.encode(message.postOptimizationVerifierConfig, writer.uint32(2410).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        RewriterConfig.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.RewriterConfig();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 50: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.cpuLayoutConversion = value;
                        else
                            delete message.cpuLayoutConversion;
                        continue;
                    }
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.layoutOptimizer = value;
                        else
                            delete message.layoutOptimizer;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.constantFolding = value;
                        else
                            delete message.constantFolding;
                        continue;
                    }
                case 13: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.shapeOptimization = value;
                        else
                            delete message.shapeOptimization;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.remapping = value;
                        else
                            delete message.remapping;
                        continue;
                    }
                case 24: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.commonSubgraphElimination = value;
                        else
                            delete message.commonSubgraphElimination;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.arithmeticOptimization = value;
                        else
                            delete message.arithmeticOptimization;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.dependencyOptimization = value;
                        else
                            delete message.dependencyOptimization;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.loopOptimization = value;
                        else
                            delete message.loopOptimization;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.functionOptimization = value;
                        else
                            delete message.functionOptimization;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.debugStripper = value;
                        else
                            delete message.debugStripper;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.disableModelPruning = value;
                        else
                            delete message.disableModelPruning;
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.scopedAllocatorOptimization = value;
                        else
                            delete message.scopedAllocatorOptimization;
                        continue;
                    }
                case 18: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.pinToHostOptimization = value;
                        else
                            delete message.pinToHostOptimization;
                        continue;
                    }
                case 22: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.implementationSelector = value;
                        else
                            delete message.implementationSelector;
                        continue;
                    }
                case 23: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.autoMixedPrecision = value;
                        else
                            delete message.autoMixedPrecision;
                        continue;
                    }
                case 25: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.autoMixedPrecisionMkl = value;
                        else
                            delete message.autoMixedPrecisionMkl;
                        continue;
                    }
                case 31: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.autoMixedPrecisionOnednnBfloat16 = value;
                        else
                            delete message.autoMixedPrecisionOnednnBfloat16;
                        continue;
                    }
                case 29: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.autoMixedPrecisionCpu = value;
                        else
                            delete message.autoMixedPrecisionCpu;
                        continue;
                    }
                case 19: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.disableMetaOptimizer = value;
                        else
                            delete message.disableMetaOptimizer;
                        continue;
                    }
                case 32: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.disableTfgOptimizer = value;
                        else
                            delete message.disableTfgOptimizer;
                        continue;
                    }
                case 28: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.usePluginOptimizers = value;
                        else
                            delete message.usePluginOptimizers;
                        continue;
                    }
                case 30: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.experimentalConditionalCodeMotion = value;
                        else
                            delete message.experimentalConditionalCodeMotion;
                        continue;
                    }
                case 12: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.metaOptimizerIterations = value;
                        else
                            delete message.metaOptimizerIterations;
                        continue;
                    }
                case 17: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.minGraphNodes = value;
                        else
                            delete message.minGraphNodes;
                        continue;
                    }
                case 26: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.experimentalDisableCompressedTensorOptimization = value;
                        else
                            delete message.experimentalDisableCompressedTensorOptimization;
                        continue;
                    }
                case 27: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.experimentalDisableFoldingQuantizationEmulation = value;
                        else
                            delete message.experimentalDisableFoldingQuantizationEmulation;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.memoryOptimization = value;
                        else
                            delete message.memoryOptimization;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.memoryOptimizerTargetNodeNameScope = value;
                        else
                            delete message.memoryOptimizerTargetNodeNameScope;
                        continue;
                    }
                case 20: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.metaOptimizerTimeoutMs = value;
                        else
                            delete message.metaOptimizerTimeoutMs;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.autoParallel = $root.tensorboard.AutoParallelOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.autoParallel);
                        continue;
                    }
                case 21: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.failOnOptimizerErrors = value;
                        else
                            delete message.failOnOptimizerErrors;
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        message.scopedAllocatorOpts = $root.tensorboard.ScopedAllocatorOptions.decode(reader, reader.size(), $undefined, _depth + 1, message.scopedAllocatorOpts);
                        continue;
                    }
                case 100: {
                        if (wireType !== 2)
                            break;
                        if (!(message.optimizers && message.optimizers.length))
                            message.optimizers = [];
                        message.optimizers.push(reader.stringVerify());
                        continue;
                    }
                case 200: {
                        if (wireType !== 2)
                            break;
                        if (!(message.customOptimizers && message.customOptimizers.length))
                            message.customOptimizers = [];
                        message.customOptimizers.push($root.tensorboard.RewriterConfig.CustomGraphOptimizer.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 300: {
                        if (wireType !== 2)
                            break;
                        message.interOptimizerVerifierConfig = $root.tensorboard.VerifierConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.interOptimizerVerifierConfig);
                        continue;
                    }
                case 301: {
                        if (wireType !== 2)
                            break;
                        message.postOptimizationVerifierConfig = $root.tensorboard.VerifierConfig.decode(reader, reader.size(), $undefined, _depth + 1, message.postOptimizationVerifierConfig);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        RewriterConfig.CustomGraphOptimizer = (function() {

            const CustomGraphOptimizer = function (properties) {
                this.parameterMap = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CustomGraphOptimizer.prototype.name = "";
            CustomGraphOptimizer.prototype.parameterMap = $util.emptyObject;

            CustomGraphOptimizer.create = function(properties) {
                return new CustomGraphOptimizer(properties);
            };

            CustomGraphOptimizer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.parameterMap != null && $Object.hasOwnProperty.call(message, "parameterMap"))
                    for (let keys = $Object.keys(message.parameterMap), i = 0; i < keys.length; ++i) {
                        writer.uint32(18).fork().uint32(10).string(keys[i]);
                        $root.tensorboard.AttrValue.encode(message.parameterMap[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                    }
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            CustomGraphOptimizer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.tensorboard.RewriterConfig.CustomGraphOptimizer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (message.parameterMap === $util.emptyObject)
                                message.parameterMap = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = null;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = $root.tensorboard.AttrValue.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.parameterMap, key);
                            message.parameterMap[key] = value || new $root.tensorboard.AttrValue();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CustomGraphOptimizer;
        })();

        RewriterConfig.Toggle = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DEFAULT"] = 0;
            values[valuesById[1] = "ON"] = 1;
            values[valuesById[2] = "OFF"] = 2;
            values[valuesById[3] = "AGGRESSIVE"] = 3;
            values[valuesById[4] = "EXPERIMENTAL_MLIR"] = 4;
            values[valuesById[5] = "EXPERIMENTAL_BOTH"] = 5;
            return values;
        })();

        RewriterConfig.CpuLayout = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "NO_CONVERSION_ON_CPU"] = 0;
            values[valuesById[1] = "NCHW_TO_NHWC"] = 1;
            values[valuesById[2] = "NHWC_TO_NCHW"] = 2;
            return values;
        })();

        RewriterConfig.NumIterationsType = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DEFAULT_NUM_ITERS"] = 0;
            values[valuesById[1] = "ONE"] = 1;
            values[valuesById[2] = "TWO"] = 2;
            return values;
        })();

        RewriterConfig.MemOptType = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DEFAULT_MEM_OPT"] = 0;
            values[valuesById[1] = "NO_MEM_OPT"] = 1;
            values[valuesById[2] = "MANUAL"] = 2;
            values[valuesById[4] = "SWAPPING_HEURISTICS"] = 4;
            values[valuesById[5] = "RECOMPUTATION_HEURISTICS"] = 5;
            values[valuesById[6] = "SCHEDULING_HEURISTICS"] = 6;
            values[valuesById[3] = "HEURISTICS"] = 3;
            return values;
        })();

        return RewriterConfig;
    })();

    tensorboard.VerifierConfig = (function() {

        const VerifierConfig = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        VerifierConfig.prototype.verificationTimeoutInMs = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        VerifierConfig.prototype.structureVerifier = 0;

        VerifierConfig.create = function(properties) {
            return new VerifierConfig(properties);
        };

        VerifierConfig.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.verificationTimeoutInMs != null && $Object.hasOwnProperty.call(message, "verificationTimeoutInMs") && (typeof message.verificationTimeoutInMs === "object" ? message.verificationTimeoutInMs.low || message.verificationTimeoutInMs.high : message.verificationTimeoutInMs !== 0))
                writer.uint32(8).int64(message.verificationTimeoutInMs);
            if (message.structureVerifier != null && $Object.hasOwnProperty.call(message, "structureVerifier") && message.structureVerifier !== 0)
                writer.uint32(16).int32(message.structureVerifier);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        VerifierConfig.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.VerifierConfig();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.verificationTimeoutInMs = value;
                        else
                            delete message.verificationTimeoutInMs;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.structureVerifier = value;
                        else
                            delete message.structureVerifier;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        VerifierConfig.Toggle = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DEFAULT"] = 0;
            values[valuesById[1] = "ON"] = 1;
            values[valuesById[2] = "OFF"] = 2;
            return values;
        })();

        return VerifierConfig;
    })();

    tensorboard.RPCOptions = (function() {

        const RPCOptions = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RPCOptions.prototype.useRpcForInprocessMaster = false;
        RPCOptions.prototype.compressionAlgorithm = "";
        RPCOptions.prototype.compressionLevel = 0;
        RPCOptions.prototype.cacheRpcResponse = false;
        RPCOptions.prototype.disableSessionConnectionSharing = false;
        RPCOptions.prototype.numChannelsPerTarget = 0;

        RPCOptions.create = function(properties) {
            return new RPCOptions(properties);
        };

        RPCOptions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.useRpcForInprocessMaster != null && $Object.hasOwnProperty.call(message, "useRpcForInprocessMaster") && message.useRpcForInprocessMaster !== false)
                writer.uint32(8).bool(message.useRpcForInprocessMaster);
            if (message.compressionAlgorithm != null && $Object.hasOwnProperty.call(message, "compressionAlgorithm") && message.compressionAlgorithm !== "")
                writer.uint32(18).string(message.compressionAlgorithm);
            if (message.compressionLevel != null && $Object.hasOwnProperty.call(message, "compressionLevel") && message.compressionLevel !== 0)
                writer.uint32(24).int32(message.compressionLevel);
            if (message.cacheRpcResponse != null && $Object.hasOwnProperty.call(message, "cacheRpcResponse") && message.cacheRpcResponse !== false)
                writer.uint32(32).bool(message.cacheRpcResponse);
            if (message.disableSessionConnectionSharing != null && $Object.hasOwnProperty.call(message, "disableSessionConnectionSharing") && message.disableSessionConnectionSharing !== false)
                writer.uint32(40).bool(message.disableSessionConnectionSharing);
            if (message.numChannelsPerTarget != null && $Object.hasOwnProperty.call(message, "numChannelsPerTarget") && message.numChannelsPerTarget !== 0)
                writer.uint32(48).int32(message.numChannelsPerTarget);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        RPCOptions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.tensorboard.RPCOptions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.useRpcForInprocessMaster = value;
                        else
                            delete message.useRpcForInprocessMaster;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.compressionAlgorithm = value;
                        else
                            delete message.compressionAlgorithm;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.compressionLevel = value;
                        else
                            delete message.compressionLevel;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.cacheRpcResponse = value;
                        else
                            delete message.cacheRpcResponse;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.disableSessionConnectionSharing = value;
                        else
                            delete message.disableSessionConnectionSharing;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.numChannelsPerTarget = value;
                        else
                            delete message.numChannelsPerTarget;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RPCOptions;
    })();

    return tensorboard;
})();

export {
  $root as default
};
