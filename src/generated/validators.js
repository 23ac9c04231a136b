// Generated from schemas/ by scripts/generate-schema-code.ts. Do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// <stdin>
var validateSite = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "site.schema.json", "type": "object", "properties": { "name": { "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, "domain": { "$ref": "node-settings.schema.json#/$defs/hostname" }, "network": { "type": "object", "properties": { "cidr": { "$ref": "node-settings.schema.json#/$defs/cidr" }, "gateway": { "$ref": "node-settings.schema.json#/$defs/ipv4" }, "dns": { "type": "array", "items": { "$ref": "node-settings.schema.json#/$defs/ipv4" } }, "ntp": { "type": "array", "items": { "$ref": "node-settings.schema.json#/$defs/hostOrAddress" } }, "dhcpPool": { "type": "object", "properties": { "from": { "$ref": "node-settings.schema.json#/$defs/ipv4" }, "to": { "$ref": "node-settings.schema.json#/$defs/ipv4" } }, "required": ["from", "to"], "additionalProperties": false } }, "required": ["cidr"], "additionalProperties": false }, "router": { "type": "object", "properties": { "address": { "$ref": "node-settings.schema.json#/$defs/ipv4" }, "url": { "$ref": "node-settings.schema.json#/$defs/httpUrl" }, "gate": { "enum": ["cgi", "static"] }, "target": { "enum": ["openwrt", "posix", "directory"] }, "storage": { "type": "string", "pattern": "^/[A-Za-z0-9._/-]*$" }, "keepReleases": { "type": "integer", "minimum": 1, "maximum": 50 }, "ssh": { "type": "object", "properties": { "user": { "$ref": "#/$defs/login" }, "port": { "$ref": "#/$defs/port" }, "hostKeys": { "$ref": "#/$defs/hostKeys" }, "jump": { "type": "object", "properties": { "host": { "$ref": "node-settings.schema.json#/$defs/hostOrAddress" }, "port": { "$ref": "#/$defs/port" }, "user": { "$ref": "#/$defs/login" }, "hostKeys": { "$ref": "#/$defs/hostKeys" } }, "required": ["host"], "additionalProperties": false } }, "additionalProperties": false } }, "required": ["address"], "additionalProperties": false }, "unknownMachines": { "enum": ["ignore", "localBoot", "discover"] }, "strict": { "type": "boolean" }, "coreos": { "$ref": "node-settings.schema.json#/$defs/coreos" }, "k3s": { "type": "object", "properties": { "version": { "type": "string", "pattern": "^v[0-9]+\\.[0-9]+\\.[0-9]+(-rc[0-9]+)?\\+k3s[0-9]+$" }, "token": { "$ref": "node-settings.schema.json#/$defs/secret" }, "clusterCidr": { "$ref": "node-settings.schema.json#/$defs/cidr" }, "serviceCidr": { "$ref": "node-settings.schema.json#/$defs/cidr" }, "cni": { "enum": ["flannel", "cilium", "none"] }, "flannelBackend": { "enum": ["vxlan", "host-gw", "wireguard-native", "none"] }, "disable": { "type": "array", "items": { "enum": ["coredns", "servicelb", "traefik", "local-storage", "metrics-server", "runtimes"] }, "uniqueItems": true }, "disableNetworkPolicy": { "type": "boolean" }, "writeKubeconfigMode": { "type": "string", "pattern": "^0?[0-7]{3}$" }, "kubeletArguments": { "type": "array", "items": { "type": "string", "pattern": "^[a-z][a-z0-9-]*=[^\\r\\n]*$" } }, "tlsSans": { "type": "array", "items": { "$ref": "node-settings.schema.json#/$defs/hostOrAddress" } }, "server": { "type": "object", "additionalProperties": true }, "agent": { "type": "object", "additionalProperties": true }, "source": { "enum": ["router", "upstream"] }, "caSha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }, "storage": { "enum": ["localPath", "longhorn", "none"] }, "upgrade": { "enum": ["reimage", "inPlace"] }, "endpoint": { "type": "object", "properties": { "provider": { "enum": ["dns", "kubeVip"] }, "name": { "$ref": "node-settings.schema.json#/$defs/hostname" }, "address": { "$ref": "node-settings.schema.json#/$defs/ipv4" }, "interface": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$" }, "version": { "type": "string", "pattern": "^v[0-9]+\\.[0-9]+\\.[0-9]+[A-Za-z0-9.-]*$" } }, "required": ["provider"], "additionalProperties": false }, "charts": { "type": "object", "properties": { "cilium": { "$ref": "#/$defs/chart" }, "longhorn": { "$ref": "#/$defs/chart" }, "systemUpgradeController": { "$ref": "#/$defs/chart" } }, "additionalProperties": false } }, "required": ["version"], "additionalProperties": false }, "images": { "type": "object", "properties": { "coreos": { "type": "object", "properties": { "url": { "$ref": "node-settings.schema.json#/$defs/httpUrl" } }, "additionalProperties": false }, "k3s": { "type": "object", "properties": { "url": { "$ref": "node-settings.schema.json#/$defs/httpUrl" }, "scriptUrl": { "$ref": "node-settings.schema.json#/$defs/httpUrl" } }, "additionalProperties": false }, "ipxe": { "type": "array", "items": { "type": "object", "properties": { "architecture": { "enum": ["x86_64", "aarch64"] }, "name": { "enum": ["snponly.efi", "ipxe.efi"] }, "url": { "$ref": "node-settings.schema.json#/$defs/httpUrl" }, "path": { "type": "string", "pattern": "^[^\\u0000-\\u001f]*[^\\u0000-\\u001f/]$" } }, "required": ["architecture"], "additionalProperties": false } }, "keys": { "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 2e5 } } }, "additionalProperties": false }, "ssh": { "$ref": "node-settings.schema.json#/$defs/ssh" }, "users": { "$ref": "node-settings.schema.json#/$defs/users" }, "updates": { "$ref": "node-settings.schema.json#/$defs/updates" }, "timezone": { "$ref": "node-settings.schema.json#/$defs/timezone" }, "defaults": { "type": "object", "allOf": [{ "$ref": "node-settings.schema.json" }], "unevaluatedProperties": false }, "groups": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$" }, "match": { "type": "object", "properties": { "role": { "enum": ["server", "agent", "none"] }, "labels": { "$ref": "node-settings.schema.json#/$defs/labels" }, "nodes": { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1 } }, "additionalProperties": false, "minProperties": 1 }, "set": { "type": "object", "allOf": [{ "$ref": "node-settings.schema.json" }], "unevaluatedProperties": false } }, "required": ["name", "match", "set"], "additionalProperties": false } }, "overlays": { "$ref": "node-settings.schema.json#/$defs/overlays" }, "rules": { "type": "object", "propertyNames": { "pattern": "^PL[0-9]{4}$" }, "additionalProperties": { "enum": ["off", "warning", "error"] } } }, "required": ["domain", "network", "router"], "additionalProperties": false, "$defs": { "chart": { "type": "object", "properties": { "repository": { "$ref": "node-settings.schema.json#/$defs/httpUrl" }, "version": { "type": "string", "pattern": "^v?[0-9]+\\.[0-9]+\\.[0-9]+[0-9A-Za-z.+-]*$" }, "values": { "type": "object", "additionalProperties": true } }, "required": ["version"], "additionalProperties": false }, "login": { "type": "string", "pattern": "^[a-z_][a-z0-9_-]{0,31}$" }, "port": { "type": "integer", "minimum": 1, "maximum": 65535 }, "hostKeys": { "type": "array", "items": { "type": "string", "pattern": "^[^\\r\\n]{1,12000}$" } } } };
var schema72 = { "type": "object", "properties": { "strategy": { "enum": ["windows", "immediate", "off"] }, "windows": { "type": "array", "items": { "type": "object", "properties": { "days": { "type": "array", "items": { "enum": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] }, "minItems": 1, "uniqueItems": true }, "start": { "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, "lengthMinutes": { "type": "integer", "minimum": 1, "maximum": 10080 } }, "required": ["days", "start", "lengthMinutes"], "additionalProperties": false } } }, "additionalProperties": false };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var func0 = require_equal().default;
var pattern4 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "u");
var pattern5 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$", "u");
var pattern68 = new RegExp("^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])$", "u");
var pattern23 = new RegExp("^https?://[^\\s/?#][^\\s]*$", "u");
var pattern71 = new RegExp("^/[A-Za-z0-9._/-]*$", "u");
var pattern60 = new RegExp("^[a-z_][a-z0-9_-]{0,31}$", "u");
var pattern73 = new RegExp("^[^\\r\\n]{1,12000}$", "u");
var pattern58 = new RegExp("^[a-z][a-z0-9-]*$", "u");
var pattern59 = new RegExp("^[0-9]+\\.[0-9]{8}\\.[0-9]+\\.[0-9]+$", "u");
var pattern79 = new RegExp("^v[0-9]+\\.[0-9]+\\.[0-9]+(-rc[0-9]+)?\\+k3s[0-9]+$", "u");
var pattern36 = new RegExp("^[A-Za-z_][A-Za-z0-9_]{0,99}$", "u");
var pattern83 = new RegExp("^0?[0-7]{3}$", "u");
var pattern84 = new RegExp("^[a-z][a-z0-9-]*=[^\\r\\n]*$", "u");
var pattern35 = new RegExp("^[0-9a-f]{64}$", "u");
var pattern88 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$", "u");
var pattern89 = new RegExp("^v[0-9]+\\.[0-9]+\\.[0-9]+[A-Za-z0-9.-]*$", "u");
var pattern96 = new RegExp("^[^\\u0000-\\u001f]*[^\\u0000-\\u001f/]$", "u");
var pattern65 = new RegExp("^([01][0-9]|2[0-3]):[0-5][0-9]$", "u");
var pattern66 = new RegExp("^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$", "u");
var pattern100 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$", "u");
var pattern9 = new RegExp("^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$", "u");
var pattern10 = new RegExp("^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$", "u");
var pattern105 = new RegExp("^PL[0-9]{4}$", "u");
var formats0 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;
var pattern91 = new RegExp("^v?[0-9]+\\.[0-9]+\\.[0-9]+[0-9A-Za-z.+-]*$", "u");
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate39.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.version === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "repository" || key0 === "version" || key0 === "values")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.repository !== void 0) {
      let data0 = data.repository;
      if (typeof data0 === "string") {
        if (!pattern23.test(data0)) {
          const err2 = { instancePath: instancePath + "/repository", schemaPath: "node-settings.schema.json#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/repository", schemaPath: "node-settings.schema.json#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data1 = data.version;
      if (typeof data1 === "string") {
        if (!pattern91.test(data1)) {
          const err4 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/pattern", keyword: "pattern", params: { pattern: "^v?[0-9]+\\.[0-9]+\\.[0-9]+[0-9A-Za-z.+-]*$" }, message: 'must match pattern "^v?[0-9]+\\.[0-9]+\\.[0-9]+[0-9A-Za-z.+-]*$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.values !== void 0) {
      let data2 = data.values;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
      } else {
        const err6 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
validate39.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern61 = new RegExp("^([^\\r\\n]{0,1024} )?(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com) [A-Za-z0-9+/]{16,8192}={0,3}( [^\\r\\n]{0,1024})?$", "u");
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "authorizedKeys")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.authorizedKeys !== void 0) {
      let data0 = data.authorizedKeys;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!pattern61.test(data1)) {
              const err1 = { instancePath: instancePath + "/authorizedKeys/" + i0, schemaPath: "#/$defs/sshKey/pattern", keyword: "pattern", params: { pattern: "^([^\\r\\n]{0,1024} )?(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com) [A-Za-z0-9+/]{16,8192}={0,3}( [^\\r\\n]{0,1024})?$" }, message: 'must match pattern "^([^\\r\\n]{0,1024} )?(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com) [A-Za-z0-9+/]{16,8192}={0,3}( [^\\r\\n]{0,1024})?$"' };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
          } else {
            const err2 = { instancePath: instancePath + "/authorizedKeys/" + i0, schemaPath: "#/$defs/sshKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/authorizedKeys", schemaPath: "#/properties/authorizedKeys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate43.errors = vErrors;
  return errors === 0;
}
validate43.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "sshAuthorizedKeys" || key0 === "groups" || key0 === "passwordHash")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern60.test(data0)) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z_][a-z0-9_-]{0,31}$" }, message: 'must match pattern "^[a-z_][a-z0-9_-]{0,31}$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.sshAuthorizedKeys !== void 0) {
      let data1 = data.sshAuthorizedKeys;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (!pattern61.test(data2)) {
              const err4 = { instancePath: instancePath + "/sshAuthorizedKeys/" + i0, schemaPath: "#/$defs/sshKey/pattern", keyword: "pattern", params: { pattern: "^([^\\r\\n]{0,1024} )?(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com) [A-Za-z0-9+/]{16,8192}={0,3}( [^\\r\\n]{0,1024})?$" }, message: 'must match pattern "^([^\\r\\n]{0,1024} )?(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com) [A-Za-z0-9+/]{16,8192}={0,3}( [^\\r\\n]{0,1024})?$"' };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/sshAuthorizedKeys/" + i0, schemaPath: "#/$defs/sshKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/sshAuthorizedKeys", schemaPath: "#/properties/sshAuthorizedKeys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.groups !== void 0) {
      let data3 = data.groups;
      if (Array.isArray(data3)) {
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data4 = data3[i1];
          if (typeof data4 === "string") {
            if (!pattern60.test(data4)) {
              const err7 = { instancePath: instancePath + "/groups/" + i1, schemaPath: "#/properties/groups/items/pattern", keyword: "pattern", params: { pattern: "^[a-z_][a-z0-9_-]{0,31}$" }, message: 'must match pattern "^[a-z_][a-z0-9_-]{0,31}$"' };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/groups/" + i1, schemaPath: "#/properties/groups/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.passwordHash !== void 0) {
      let data5 = data.passwordHash;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.secret === void 0) {
          const err10 = { instancePath: instancePath + "/passwordHash", schemaPath: "#/$defs/secret/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        for (const key1 in data5) {
          if (!(key1 === "secret" || key1 === "version")) {
            const err11 = { instancePath: instancePath + "/passwordHash", schemaPath: "#/$defs/secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data5.secret !== void 0) {
          let data6 = data5.secret;
          if (typeof data6 === "string") {
            if (!pattern36.test(data6)) {
              const err12 = { instancePath: instancePath + "/passwordHash/secret", schemaPath: "#/$defs/secret/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/passwordHash/secret", schemaPath: "#/$defs/secret/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data5.version !== void 0) {
          let data7 = data5.version;
          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
            const err14 = { instancePath: instancePath + "/passwordHash/version", schemaPath: "#/$defs/secret/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 999999999 || isNaN(data7)) {
              const err15 = { instancePath: instancePath + "/passwordHash/version", schemaPath: "#/$defs/secret/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (data7 < 1 || isNaN(data7)) {
              const err16 = { instancePath: instancePath + "/passwordHash/version", schemaPath: "#/$defs/secret/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/passwordHash", schemaPath: "#/$defs/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}
validate34.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate45.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate34(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate45.errors = vErrors;
  return errors === 0;
}
validate45.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema32 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "node-settings.schema.json", "type": "object", "properties": { "gateway": { "$ref": "#/$defs/ipv4" }, "dns": { "type": "array", "items": { "$ref": "#/$defs/ipv4" } }, "ntp": { "type": "array", "items": { "$ref": "#/$defs/hostOrAddress" } }, "vlan": { "type": "integer", "minimum": 1, "maximum": 4094 }, "bond": { "type": "object", "properties": { "mode": { "enum": ["active-backup", "802.3ad", "balance-rr", "balance-xor", "broadcast", "balance-tlb", "balance-alb"] }, "macs": { "type": "array", "items": { "$ref": "#/$defs/mac" }, "minItems": 1 }, "options": { "type": "object", "propertyNames": { "pattern": "^[a-z][a-z0-9_]*$" }, "additionalProperties": { "type": ["string", "integer"], "pattern": "^[^\\s,=;]+$" } } }, "required": ["mode"], "additionalProperties": false }, "mtu": { "type": "integer", "minimum": 576, "maximum": 65535 }, "role": { "$ref": "#/$defs/role" }, "labels": { "$ref": "#/$defs/labels" }, "taints": { "type": "array", "items": { "type": "object", "properties": { "key": { "type": "string", "pattern": "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$" }, "value": { "type": "string", "pattern": "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$" }, "effect": { "enum": ["NoSchedule", "PreferNoSchedule", "NoExecute"] } }, "required": ["key", "effect"], "additionalProperties": false } }, "installDisk": { "type": ["string", "object"], "pattern": "^/dev/[^\\s]+$", "properties": { "device": { "$ref": "#/$defs/device" }, "keepPartitions": { "type": "array", "items": { "type": "object", "properties": { "label": { "type": "string", "pattern": "^[^\\s,]{1,36}$" }, "index": { "type": ["integer", "string"], "minimum": 1, "maximum": 128, "pattern": "^[1-9][0-9]{0,2}(-[1-9][0-9]{0,2})?$" } }, "additionalProperties": false, "minProperties": 1, "maxProperties": 1 } } }, "required": ["device"], "additionalProperties": false }, "extraDisks": { "type": "array", "items": { "type": "object", "properties": { "device": { "$ref": "#/$defs/device" }, "filesystem": { "enum": ["xfs", "ext4", "btrfs"] }, "label": { "type": "string", "pattern": "^[A-Za-z0-9._-]{1,255}$" }, "mount": { "type": "string", "pattern": "^/[^\\s]*$" }, "wipe": { "type": "boolean" } }, "required": ["device", "label"], "additionalProperties": false } }, "kernelArguments": { "type": "array", "items": { "$ref": "#/$defs/kernelArgument" } }, "console": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9]*(,[A-Za-z0-9]+)*$" } }, "installer": { "type": "object", "properties": { "mode": { "enum": ["install", "live"] }, "source": { "enum": ["osmet", "metalImage"] }, "insecure": { "type": "boolean" }, "ignitionFirstboot": { "type": "boolean" }, "ignitionUrl": { "type": "string", "pattern": "^(gate|https?://[^\\s]+)$" }, "urls": { "type": "object", "properties": { "kernel": { "$ref": "#/$defs/httpUrl" }, "initramfs": { "$ref": "#/$defs/httpUrl" }, "rootfs": { "$ref": "#/$defs/httpUrl" }, "metalImage": { "$ref": "#/$defs/httpUrl" } }, "additionalProperties": false }, "networkArguments": { "type": "array", "items": { "$ref": "#/$defs/kernelArgument" } }, "liveArguments": { "type": "array", "items": { "$ref": "#/$defs/kernelArgument" } }, "initrdName": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$" } }, "additionalProperties": false }, "overlays": { "$ref": "#/$defs/overlays" }, "localBoot": { "enum": ["exit", "exitError", "sanboot", "poweroff"] }, "power": { "type": "array", "items": { "$ref": "#/$defs/powerMethod" } }, "architecture": { "enum": ["x86_64", "aarch64"] }, "coreos": { "$ref": "#/$defs/coreos" }, "users": { "$ref": "#/$defs/users" }, "ssh": { "$ref": "#/$defs/ssh" }, "updates": { "$ref": "#/$defs/updates" }, "timezone": { "$ref": "#/$defs/timezone" } }, "$defs": { "mac": { "type": "string", "pattern": "^([0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{12})$" }, "ipv4": { "type": "string", "format": "ipv4" }, "address": { "type": "string", "pattern": "^(dhcp|((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]))$" }, "cidr": { "type": "string", "pattern": "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])$" }, "hostname": { "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$", "maxLength": 253 }, "hostOrAddress": { "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$", "maxLength": 253 }, "httpUrl": { "type": "string", "pattern": "^https?://[^\\s/?#][^\\s]*$" }, "device": { "type": "string", "pattern": "^/dev/[^\\s]+$" }, "kernelArgument": { "type": "string", "pattern": "^[^\\s]+$" }, "sshKey": { "type": "string", "pattern": "^([^\\r\\n]{0,1024} )?(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com) [A-Za-z0-9+/]{16,8192}={0,3}( [^\\r\\n]{0,1024})?$" }, "secret": { "type": "object", "properties": { "secret": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, "version": { "type": "integer", "minimum": 1, "maximum": 999999999 } }, "required": ["secret"], "additionalProperties": false }, "user": { "type": "object", "properties": { "name": { "type": "string", "pattern": "^[a-z_][a-z0-9_-]{0,31}$" }, "sshAuthorizedKeys": { "type": "array", "items": { "$ref": "#/$defs/sshKey" } }, "groups": { "type": "array", "items": { "type": "string", "pattern": "^[a-z_][a-z0-9_-]{0,31}$" } }, "passwordHash": { "$ref": "#/$defs/secret" } }, "required": ["name"], "additionalProperties": false }, "users": { "type": "array", "items": { "$ref": "#/$defs/user" } }, "ssh": { "type": "object", "properties": { "authorizedKeys": { "type": "array", "items": { "$ref": "#/$defs/sshKey" } } }, "additionalProperties": false }, "coreos": { "type": "object", "properties": { "stream": { "type": "string", "pattern": "^[a-z][a-z0-9-]*$" }, "version": { "type": "string", "pattern": "^[0-9]+\\.[0-9]{8}\\.[0-9]+\\.[0-9]+$" } }, "additionalProperties": false }, "updates": { "type": "object", "properties": { "strategy": { "enum": ["windows", "immediate", "off"] }, "windows": { "type": "array", "items": { "type": "object", "properties": { "days": { "type": "array", "items": { "enum": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] }, "minItems": 1, "uniqueItems": true }, "start": { "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, "lengthMinutes": { "type": "integer", "minimum": 1, "maximum": 10080 } }, "required": ["days", "start", "lengthMinutes"], "additionalProperties": false } } }, "additionalProperties": false }, "timezone": { "type": "string", "pattern": "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$" }, "role": { "enum": ["server", "agent", "none"] }, "overlay": { "type": ["string", "object"], "pattern": "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$", "properties": { "file": { "type": "string", "pattern": "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$" }, "override": { "type": "boolean" } }, "required": ["file"], "additionalProperties": false }, "overlays": { "type": "array", "items": { "$ref": "#/$defs/overlay" } }, "labels": { "type": "object", "propertyNames": { "pattern": "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$" }, "additionalProperties": { "type": "string", "pattern": "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$" } }, "powerMethod": { "type": "object", "properties": { "method": { "enum": ["ssh", "wol", "redfish", "ipmi", "amt", "http", "command", "manual"] } }, "required": ["method"], "allOf": [{ "if": { "properties": { "method": { "const": "ssh" } }, "required": ["method"] }, "then": { "properties": { "user": { "type": "string", "minLength": 1 }, "networkBoot": { "enum": ["once", "firmware"] }, "entry": { "type": "string", "minLength": 1 }, "restart": { "enum": ["systemd", "sysrq"] } } } }, { "if": { "properties": { "method": { "const": "wol" } }, "required": ["method"] }, "then": { "properties": { "mac": { "$ref": "#/$defs/mac" }, "broadcast": { "$ref": "#/$defs/ipv4" }, "from": { "enum": ["runner", "router"] }, "port": { "type": "integer", "minimum": 1, "maximum": 65535 }, "interface": { "type": "string", "pattern": "^[A-Za-z0-9_.@-]{1,15}$" } } } }, { "if": { "properties": { "method": { "const": "redfish" } }, "required": ["method"] }, "then": { "properties": { "url": { "$ref": "#/$defs/httpUrl" }, "system": { "type": "string", "minLength": 1 }, "certificateSha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }, "user": { "type": "string", "minLength": 1 }, "password": { "$ref": "#/$defs/secret" }, "certificateAuthority": { "type": "string", "pattern": "^\\s*-----BEGIN CERTIFICATE-----" }, "insecure": { "type": "boolean" }, "authentication": { "enum": ["session", "basic", "none"] }, "networkBoot": { "enum": ["once", "firmware"] }, "bootTarget": { "enum": ["Pxe", "UefiHttp"] }, "reset": { "enum": ["force", "graceful"] } }, "required": ["url"] } }, { "if": { "properties": { "method": { "const": "redfish" }, "authentication": { "enum": ["session", "basic"] } }, "required": ["method"] }, "then": { "required": ["user", "password"] } }, { "if": { "properties": { "method": { "const": "ipmi" } }, "required": ["method"] }, "then": { "properties": { "address": { "$ref": "#/$defs/hostOrAddress" }, "port": { "type": "integer", "minimum": 1, "maximum": 65535 }, "user": { "type": "string", "minLength": 1 }, "password": { "$ref": "#/$defs/secret" }, "cipherSuite": { "type": "integer", "minimum": 1, "maximum": 17 }, "privilege": { "enum": ["OPERATOR", "ADMINISTRATOR"] }, "networkBoot": { "enum": ["once", "firmware"] }, "bootMode": { "enum": ["uefi", "bios"] } }, "required": ["address", "user", "password"] } }, { "if": { "properties": { "method": { "const": "amt" } }, "required": ["method"] }, "then": { "properties": { "address": { "$ref": "#/$defs/hostOrAddress" }, "port": { "type": "integer", "minimum": 1, "maximum": 65535 }, "user": { "type": "string", "minLength": 1 }, "password": { "$ref": "#/$defs/secret" } }, "required": ["address", "user", "password"] } }, { "if": { "properties": { "method": { "const": "http" } }, "required": ["method"] }, "then": { "properties": { "on": { "$ref": "#/$defs/powerRequests" }, "off": { "$ref": "#/$defs/powerRequests" }, "cycle": { "$ref": "#/$defs/powerRequests" }, "bootNetwork": { "$ref": "#/$defs/powerRequests" }, "status": { "type": "object", "properties": { "url": { "$ref": "#/$defs/httpUrl" }, "method": { "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"] }, "body": { "type": "string" }, "headers": { "type": "object", "additionalProperties": { "type": ["string", "object"], "properties": { "secret": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, "version": { "type": "integer", "minimum": 1, "maximum": 999999999 } }, "required": ["secret"], "additionalProperties": false } }, "statuses": { "type": "array", "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "minItems": 1 }, "timeoutSeconds": { "type": "integer", "minimum": 1, "maximum": 600 }, "on": { "type": "string", "minLength": 1 }, "off": { "type": "string", "minLength": 1 } }, "required": ["url", "on", "off"], "additionalProperties": false }, "offSeconds": { "type": "integer", "minimum": 0, "maximum": 600 }, "user": { "type": "string", "minLength": 1 }, "password": { "$ref": "#/$defs/secret" }, "certificateSha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }, "certificateAuthority": { "type": "string", "pattern": "^\\s*-----BEGIN CERTIFICATE-----" }, "insecure": { "type": "boolean" } } } }, { "if": { "properties": { "method": { "const": "command" } }, "required": ["method"] }, "then": { "properties": { "on": { "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000]*$" }, "minItems": 1 }, "off": { "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000]*$" }, "minItems": 1 }, "cycle": { "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000]*$" }, "minItems": 1 }, "status": { "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000]*$" }, "minItems": 1 }, "bootNetwork": { "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000]*$" }, "minItems": 1 }, "offSeconds": { "type": "integer", "minimum": 0, "maximum": 600 }, "timeoutSeconds": { "type": "integer", "minimum": 1, "maximum": 3600 }, "environment": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "object"], "properties": { "secret": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, "version": { "type": "integer", "minimum": 1, "maximum": 999999999 } }, "required": ["secret"], "additionalProperties": false } } } } }, { "if": { "properties": { "method": { "const": "manual" } }, "required": ["method"] }, "then": { "properties": { "message": { "type": "string", "minLength": 1 } } } }], "unevaluatedProperties": false }, "powerRequest": { "type": "object", "properties": { "url": { "$ref": "#/$defs/httpUrl" }, "method": { "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"] }, "body": { "type": "string" }, "headers": { "type": "object", "additionalProperties": { "type": ["string", "object"], "properties": { "secret": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, "version": { "type": "integer", "minimum": 1, "maximum": 999999999 } }, "required": ["secret"], "additionalProperties": false } }, "statuses": { "type": "array", "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "minItems": 1 }, "timeoutSeconds": { "type": "integer", "minimum": 1, "maximum": 600 } }, "required": ["url"], "additionalProperties": false }, "powerRequests": { "type": ["object", "array"], "properties": { "url": { "$ref": "#/$defs/httpUrl" }, "method": { "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"] }, "body": { "type": "string" }, "headers": { "type": "object", "additionalProperties": { "type": ["string", "object"], "properties": { "secret": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, "version": { "type": "integer", "minimum": 1, "maximum": 999999999 } }, "required": ["secret"], "additionalProperties": false } }, "statuses": { "type": "array", "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "minItems": 1 }, "timeoutSeconds": { "type": "integer", "minimum": 1, "maximum": 600 } }, "required": ["url"], "additionalProperties": false, "items": { "$ref": "#/$defs/powerRequest" }, "minItems": 1 } } };
var schema37 = { "enum": ["server", "agent", "none"] };
var pattern6 = new RegExp("^([0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{12})$", "u");
var pattern7 = new RegExp("^[a-z][a-z0-9_]*$", "u");
var pattern8 = new RegExp("^[^\\s,=;]+$", "u");
var pattern13 = new RegExp("^/dev/[^\\s]+$", "u");
var pattern15 = new RegExp("^[^\\s,]{1,36}$", "u");
var pattern16 = new RegExp("^[1-9][0-9]{0,2}(-[1-9][0-9]{0,2})?$", "u");
var pattern18 = new RegExp("^[A-Za-z0-9._-]{1,255}$", "u");
var pattern19 = new RegExp("^/[^\\s]*$", "u");
var pattern20 = new RegExp("^[^\\s]+$", "u");
var pattern21 = new RegExp("^[A-Za-z][A-Za-z0-9]*(,[A-Za-z0-9]+)*$", "u");
var pattern22 = new RegExp("^(gate|https?://[^\\s]+)$", "u");
var pattern29 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$", "u");
var schema49 = { "type": ["string", "object"], "pattern": "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$", "properties": { "file": { "type": "string", "pattern": "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$" }, "override": { "type": "boolean" } }, "required": ["file"], "additionalProperties": false };
var pattern30 = new RegExp("^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 !== "string" && !(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        const err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/overlay/type", keyword: "type", params: { type: schema49.type }, message: "must be string,object" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (typeof data0 === "string") {
        if (!pattern30.test(data0)) {
          const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/overlay/pattern", keyword: "pattern", params: { pattern: "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$" }, message: 'must match pattern "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$"' };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.file === void 0) {
          const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/overlay/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        for (const key0 in data0) {
          if (!(key0 === "file" || key0 === "override")) {
            const err3 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/overlay/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data0.file !== void 0) {
          let data1 = data0.file;
          if (typeof data1 === "string") {
            if (!pattern30.test(data1)) {
              const err4 = { instancePath: instancePath + "/" + i0 + "/file", schemaPath: "#/$defs/overlay/properties/file/pattern", keyword: "pattern", params: { pattern: "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$" }, message: 'must match pattern "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$"' };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/" + i0 + "/file", schemaPath: "#/$defs/overlay/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data0.override !== void 0) {
          if (typeof data0.override !== "boolean") {
            const err6 = { instancePath: instancePath + "/" + i0 + "/override", schemaPath: "#/$defs/overlay/properties/override/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema50 = { "type": "object", "properties": { "method": { "enum": ["ssh", "wol", "redfish", "ipmi", "amt", "http", "command", "manual"] } }, "required": ["method"], "allOf": [{ "if": { "properties": { "method": { "const": "ssh" } }, "required": ["method"] }, "then": { "properties": { "user": { "type": "string", "minLength": 1 }, "networkBoot": { "enum": ["once", "firmware"] }, "entry": { "type": "string", "minLength": 1 }, "restart": { "enum": ["systemd", "sysrq"] } } } }, { "if": { "properties": { "method": { "const": "wol" } }, "required": ["method"] }, "then": { "properties": { "mac": { "$ref": "#/$defs/mac" }, "broadcast": { "$ref": "#/$defs/ipv4" }, "from": { "enum": ["runner", "router"] }, "port": { "type": "integer", "minimum": 1, "maximum": 65535 }, "interface": { "type": "string", "pattern": "^[A-Za-z0-9_.@-]{1,15}$" } } } }, { "if": { "properties": { "method": { "const": "redfish" } }, "required": ["method"] }, "then": { "properties": { "url": { "$ref": "#/$defs/httpUrl" }, "system": { "type": "string", "minLength": 1 }, "certificateSha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }, "user": { "type": "string", "minLength": 1 }, "password": { "$ref": "#/$defs/secret" }, "certificateAuthority": { "type": "string", "pattern": "^\\s*-----BEGIN CERTIFICATE-----" }, "insecure": { "type": "boolean" }, "authentication": { "enum": ["session", "basic", "none"] }, "networkBoot": { "enum": ["once", "firmware"] }, "bootTarget": { "enum": ["Pxe", "UefiHttp"] }, "reset": { "enum": ["force", "graceful"] } }, "required": ["url"] } }, { "if": { "properties": { "method": { "const": "redfish" }, "authentication": { "enum": ["session", "basic"] } }, "required": ["method"] }, "then": { "required": ["user", "password"] } }, { "if": { "properties": { "method": { "const": "ipmi" } }, "required": ["method"] }, "then": { "properties": { "address": { "$ref": "#/$defs/hostOrAddress" }, "port": { "type": "integer", "minimum": 1, "maximum": 65535 }, "user": { "type": "string", "minLength": 1 }, "password": { "$ref": "#/$defs/secret" }, "cipherSuite": { "type": "integer", "minimum": 1, "maximum": 17 }, "privilege": { "enum": ["OPERATOR", "ADMINISTRATOR"] }, "networkBoot": { "enum": ["once", "firmware"] }, "bootMode": { "enum": ["uefi", "bios"] } }, "required": ["address", "user", "password"] } }, { "if": { "properties": { "method": { "const": "amt" } }, "required": ["method"] }, "then": { "properties": { "address": { "$ref": "#/$defs/hostOrAddress" }, "port": { "type": "integer", "minimum": 1, "maximum": 65535 }, "user": { "type": "string", "minLength": 1 }, "password": { "$ref": "#/$defs/secret" } }, "required": ["address", "user", "password"] } }, { "if": { "properties": { "method": { "const": "http" } }, "required": ["method"] }, "then": { "properties": { "on": { "$ref": "#/$defs/powerRequests" }, "off": { "$ref": "#/$defs/powerRequests" }, "cycle": { "$ref": "#/$defs/powerRequests" }, "bootNetwork": { "$ref": "#/$defs/powerRequests" }, "status": { "type": "object", "properties": { "url": { "$ref": "#/$defs/httpUrl" }, "method": { "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"] }, "body": { "type": "string" }, "headers": { "type": "object", "additionalProperties": { "type": ["string", "object"], "properties": { "secret": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, "version": { "type": "integer", "minimum": 1, "maximum": 999999999 } }, "required": ["secret"], "additionalProperties": false } }, "statuses": { "type": "array", "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "minItems": 1 }, "timeoutSeconds": { "type": "integer", "minimum": 1, "maximum": 600 }, "on": { "type": "string", "minLength": 1 }, "off": { "type": "string", "minLength": 1 } }, "required": ["url", "on", "off"], "additionalProperties": false }, "offSeconds": { "type": "integer", "minimum": 0, "maximum": 600 }, "user": { "type": "string", "minLength": 1 }, "password": { "$ref": "#/$defs/secret" }, "certificateSha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }, "certificateAuthority": { "type": "string", "pattern": "^\\s*-----BEGIN CERTIFICATE-----" }, "insecure": { "type": "boolean" } } } }, { "if": { "properties": { "method": { "const": "command" } }, "required": ["method"] }, "then": { "properties": { "on": { "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000]*$" }, "minItems": 1 }, "off": { "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000]*$" }, "minItems": 1 }, "cycle": { "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000]*$" }, "minItems": 1 }, "status": { "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000]*$" }, "minItems": 1 }, "bootNetwork": { "type": "array", "items": { "type": "string", "pattern": "^[^\\u0000]*$" }, "minItems": 1 }, "offSeconds": { "type": "integer", "minimum": 0, "maximum": 600 }, "timeoutSeconds": { "type": "integer", "minimum": 1, "maximum": 3600 }, "environment": { "type": "object", "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "additionalProperties": { "type": ["string", "object"], "properties": { "secret": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, "version": { "type": "integer", "minimum": 1, "maximum": 999999999 } }, "required": ["secret"], "additionalProperties": false } } } } }, { "if": { "properties": { "method": { "const": "manual" } }, "required": ["method"] }, "then": { "properties": { "message": { "type": "string", "minLength": 1 } } } }], "unevaluatedProperties": false };
var pattern33 = new RegExp("^[A-Za-z0-9_.@-]{1,15}$", "u");
var pattern37 = new RegExp("^\\s*-----BEGIN CERTIFICATE-----", "u");
var pattern51 = new RegExp("^[^\\u0000]*$", "u");
var pattern56 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
var schema59 = { "type": ["object", "array"], "properties": { "url": { "$ref": "#/$defs/httpUrl" }, "method": { "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"] }, "body": { "type": "string" }, "headers": { "type": "object", "additionalProperties": { "type": ["string", "object"], "properties": { "secret": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, "version": { "type": "integer", "minimum": 1, "maximum": 999999999 } }, "required": ["secret"], "additionalProperties": false } }, "statuses": { "type": "array", "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "minItems": 1 }, "timeoutSeconds": { "type": "integer", "minimum": 1, "maximum": 600 } }, "required": ["url"], "additionalProperties": false, "items": { "$ref": "#/$defs/powerRequest" }, "minItems": 1 };
var schema60 = { "type": "object", "properties": { "url": { "$ref": "#/$defs/httpUrl" }, "method": { "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"] }, "body": { "type": "string" }, "headers": { "type": "object", "additionalProperties": { "type": ["string", "object"], "properties": { "secret": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, "version": { "type": "integer", "minimum": 1, "maximum": 999999999 } }, "required": ["secret"], "additionalProperties": false } }, "statuses": { "type": "array", "items": { "type": "integer", "minimum": 100, "maximum": 599 }, "minItems": 1 }, "timeoutSeconds": { "type": "integer", "minimum": 1, "maximum": 600 } }, "required": ["url"], "additionalProperties": false };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.url === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "url" || key0 === "method" || key0 === "body" || key0 === "headers" || key0 === "statuses" || key0 === "timeoutSeconds")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data0 = data.url;
      if (typeof data0 === "string") {
        if (!pattern23.test(data0)) {
          const err2 = { instancePath: instancePath + "/url", schemaPath: "#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/url", schemaPath: "#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.method !== void 0) {
      let data1 = data.method;
      if (!(data1 === "GET" || data1 === "POST" || data1 === "PUT" || data1 === "PATCH" || data1 === "DELETE")) {
        const err4 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/enum", keyword: "enum", params: { allowedValues: schema60.properties.method.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.body !== void 0) {
      if (typeof data.body !== "string") {
        const err5 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.headers !== void 0) {
      let data3 = data.headers;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          let data4 = data3[key1];
          if (typeof data4 !== "string" && !(data4 && typeof data4 == "object" && !Array.isArray(data4))) {
            const err6 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: schema60.properties.headers.additionalProperties.type }, message: "must be string,object" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.secret === void 0) {
              const err7 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            for (const key2 in data4) {
              if (!(key2 === "secret" || key2 === "version")) {
                const err8 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
            if (data4.secret !== void 0) {
              let data5 = data4.secret;
              if (typeof data5 === "string") {
                if (!pattern36.test(data5)) {
                  const err9 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/secret", schemaPath: "#/properties/headers/additionalProperties/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                }
              } else {
                const err10 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/secret", schemaPath: "#/properties/headers/additionalProperties/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
            if (data4.version !== void 0) {
              let data6 = data4.version;
              if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
                const err11 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/properties/headers/additionalProperties/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
              if (typeof data6 == "number" && isFinite(data6)) {
                if (data6 > 999999999 || isNaN(data6)) {
                  const err12 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/properties/headers/additionalProperties/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
                if (data6 < 1 || isNaN(data6)) {
                  const err13 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/properties/headers/additionalProperties/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              }
            }
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.statuses !== void 0) {
      let data7 = data.statuses;
      if (Array.isArray(data7)) {
        if (data7.length < 1) {
          const err15 = { instancePath: instancePath + "/statuses", schemaPath: "#/properties/statuses/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data8 = data7[i0];
          if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
            const err16 = { instancePath: instancePath + "/statuses/" + i0, schemaPath: "#/properties/statuses/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 599 || isNaN(data8)) {
              const err17 = { instancePath: instancePath + "/statuses/" + i0, schemaPath: "#/properties/statuses/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data8 < 100 || isNaN(data8)) {
              const err18 = { instancePath: instancePath + "/statuses/" + i0, schemaPath: "#/properties/statuses/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/statuses", schemaPath: "#/properties/statuses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.timeoutSeconds !== void 0) {
      let data9 = data.timeoutSeconds;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
        const err20 = { instancePath: instancePath + "/timeoutSeconds", schemaPath: "#/properties/timeoutSeconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 > 600 || isNaN(data9)) {
          const err21 = { instancePath: instancePath + "/timeoutSeconds", schemaPath: "#/properties/timeoutSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 600 }, message: "must be <= 600" };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data9 < 1 || isNaN(data9)) {
          const err22 = { instancePath: instancePath + "/timeoutSeconds", schemaPath: "#/properties/timeoutSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      }
    }
  } else {
    const err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!data || typeof data != "object") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema59.type }, message: "must be object,array" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err1 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate26(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
        errors = vErrors.length;
      }
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.url === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "url" || key0 === "method" || key0 === "body" || key0 === "headers" || key0 === "statuses" || key0 === "timeoutSeconds")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data1 = data.url;
      if (typeof data1 === "string") {
        if (!pattern23.test(data1)) {
          const err4 = { instancePath: instancePath + "/url", schemaPath: "#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/url", schemaPath: "#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.method !== void 0) {
      let data2 = data.method;
      if (!(data2 === "GET" || data2 === "POST" || data2 === "PUT" || data2 === "PATCH" || data2 === "DELETE")) {
        const err6 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/enum", keyword: "enum", params: { allowedValues: schema59.properties.method.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.body !== void 0) {
      if (typeof data.body !== "string") {
        const err7 = { instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.headers !== void 0) {
      let data4 = data.headers;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (const key1 in data4) {
          let data5 = data4[key1];
          if (typeof data5 !== "string" && !(data5 && typeof data5 == "object" && !Array.isArray(data5))) {
            const err8 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: schema59.properties.headers.additionalProperties.type }, message: "must be string,object" };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
            if (data5.secret === void 0) {
              const err9 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            for (const key2 in data5) {
              if (!(key2 === "secret" || key2 === "version")) {
                const err10 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
            if (data5.secret !== void 0) {
              let data6 = data5.secret;
              if (typeof data6 === "string") {
                if (!pattern36.test(data6)) {
                  const err11 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/secret", schemaPath: "#/properties/headers/additionalProperties/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
              } else {
                const err12 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/secret", schemaPath: "#/properties/headers/additionalProperties/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data5.version !== void 0) {
              let data7 = data5.version;
              if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                const err13 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/properties/headers/additionalProperties/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
              if (typeof data7 == "number" && isFinite(data7)) {
                if (data7 > 999999999 || isNaN(data7)) {
                  const err14 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/properties/headers/additionalProperties/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
                if (data7 < 1 || isNaN(data7)) {
                  const err15 = { instancePath: instancePath + "/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/properties/headers/additionalProperties/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
              }
            }
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.statuses !== void 0) {
      let data8 = data.statuses;
      if (Array.isArray(data8)) {
        if (data8.length < 1) {
          const err17 = { instancePath: instancePath + "/statuses", schemaPath: "#/properties/statuses/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        const len1 = data8.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data9 = data8[i1];
          if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
            const err18 = { instancePath: instancePath + "/statuses/" + i1, schemaPath: "#/properties/statuses/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          if (typeof data9 == "number" && isFinite(data9)) {
            if (data9 > 599 || isNaN(data9)) {
              const err19 = { instancePath: instancePath + "/statuses/" + i1, schemaPath: "#/properties/statuses/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data9 < 100 || isNaN(data9)) {
              const err20 = { instancePath: instancePath + "/statuses/" + i1, schemaPath: "#/properties/statuses/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/statuses", schemaPath: "#/properties/statuses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.timeoutSeconds !== void 0) {
      let data10 = data.timeoutSeconds;
      if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
        const err22 = { instancePath: instancePath + "/timeoutSeconds", schemaPath: "#/properties/timeoutSeconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
      if (typeof data10 == "number" && isFinite(data10)) {
        if (data10 > 600 || isNaN(data10)) {
          const err23 = { instancePath: instancePath + "/timeoutSeconds", schemaPath: "#/properties/timeoutSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 600 }, message: "must be <= 600" };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (data10 < 1 || isNaN(data10)) {
          const err24 = { instancePath: instancePath + "/timeoutSeconds", schemaPath: "#/properties/timeoutSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      }
    }
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": true, "items": true, "dynamicProps": false, "dynamicItems": false };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.method === void 0 && (missing0 = "method")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.method !== void 0) {
        if ("ssh" !== data.method) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.user !== void 0) {
        let data1 = data.user;
        if (typeof data1 === "string") {
          if (func2(data1) < 1) {
            const err2 = { instancePath: instancePath + "/user", schemaPath: "#/allOf/0/then/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        } else {
          const err3 = { instancePath: instancePath + "/user", schemaPath: "#/allOf/0/then/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      if (data.networkBoot !== void 0) {
        let data2 = data.networkBoot;
        if (!(data2 === "once" || data2 === "firmware")) {
          const err4 = { instancePath: instancePath + "/networkBoot", schemaPath: "#/allOf/0/then/properties/networkBoot/enum", keyword: "enum", params: { allowedValues: schema50.allOf[0].then.properties.networkBoot.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
      if (data.entry !== void 0) {
        let data3 = data.entry;
        if (typeof data3 === "string") {
          if (func2(data3) < 1) {
            const err5 = { instancePath: instancePath + "/entry", schemaPath: "#/allOf/0/then/properties/entry/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        } else {
          const err6 = { instancePath: instancePath + "/entry", schemaPath: "#/allOf/0/then/properties/entry/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
      if (data.restart !== void 0) {
        let data4 = data.restart;
        if (!(data4 === "systemd" || data4 === "sysrq")) {
          const err7 = { instancePath: instancePath + "/restart", schemaPath: "#/allOf/0/then/properties/restart/enum", keyword: "enum", params: { allowedValues: schema50.allOf[0].then.properties.restart.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
    if (valid1) {
      var props0 = {};
      props0.user = true;
      props0.networkBoot = true;
      props0.entry = true;
      props0.restart = true;
      props0.method = true;
    }
  }
  if (!valid1) {
    const err8 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  const _errs13 = errors;
  let valid4 = true;
  const _errs14 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing1;
    if (data.method === void 0 && (missing1 = "method")) {
      const err9 = {};
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    } else {
      if (data.method !== void 0) {
        if ("wol" !== data.method) {
          const err10 = {};
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
    }
  }
  var _valid1 = _errs14 === errors;
  errors = _errs13;
  if (vErrors !== null) {
    if (_errs13) {
      vErrors.length = _errs13;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs16 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.mac !== void 0) {
        let data6 = data.mac;
        if (typeof data6 === "string") {
          if (!pattern6.test(data6)) {
            const err11 = { instancePath: instancePath + "/mac", schemaPath: "#/$defs/mac/pattern", keyword: "pattern", params: { pattern: "^([0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{12})$" }, message: 'must match pattern "^([0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{12})$"' };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        } else {
          const err12 = { instancePath: instancePath + "/mac", schemaPath: "#/$defs/mac/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
      if (data.broadcast !== void 0) {
        let data7 = data.broadcast;
        if (typeof data7 === "string") {
          if (!formats0.test(data7)) {
            const err13 = { instancePath: instancePath + "/broadcast", schemaPath: "#/$defs/ipv4/format", keyword: "format", params: { format: "ipv4" }, message: 'must match format "ipv4"' };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        } else {
          const err14 = { instancePath: instancePath + "/broadcast", schemaPath: "#/$defs/ipv4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
      if (data.from !== void 0) {
        let data8 = data.from;
        if (!(data8 === "runner" || data8 === "router")) {
          const err15 = { instancePath: instancePath + "/from", schemaPath: "#/allOf/1/then/properties/from/enum", keyword: "enum", params: { allowedValues: schema50.allOf[1].then.properties.from.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      }
      if (data.port !== void 0) {
        let data9 = data.port;
        if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
          const err16 = { instancePath: instancePath + "/port", schemaPath: "#/allOf/1/then/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (typeof data9 == "number" && isFinite(data9)) {
          if (data9 > 65535 || isNaN(data9)) {
            const err17 = { instancePath: instancePath + "/port", schemaPath: "#/allOf/1/then/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (data9 < 1 || isNaN(data9)) {
            const err18 = { instancePath: instancePath + "/port", schemaPath: "#/allOf/1/then/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      }
      if (data.interface !== void 0) {
        let data10 = data.interface;
        if (typeof data10 === "string") {
          if (!pattern33.test(data10)) {
            const err19 = { instancePath: instancePath + "/interface", schemaPath: "#/allOf/1/then/properties/interface/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.@-]{1,15}$" }, message: 'must match pattern "^[A-Za-z0-9_.@-]{1,15}$"' };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        } else {
          const err20 = { instancePath: instancePath + "/interface", schemaPath: "#/allOf/1/then/properties/interface/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      }
    }
    var _valid1 = _errs16 === errors;
    valid4 = _valid1;
    if (valid4) {
      var props1 = {};
      props1.mac = true;
      props1.broadcast = true;
      props1.from = true;
      props1.port = true;
      props1.interface = true;
      props1.method = true;
    }
  }
  if (!valid4) {
    const err21 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err21];
    } else {
      vErrors.push(err21);
    }
    errors++;
  }
  if (props0 !== true && props1 !== void 0) {
    if (props1 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props1);
    }
  }
  const _errs29 = errors;
  let valid9 = true;
  const _errs30 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing2;
    if (data.method === void 0 && (missing2 = "method")) {
      const err22 = {};
      if (vErrors === null) {
        vErrors = [err22];
      } else {
        vErrors.push(err22);
      }
      errors++;
    } else {
      if (data.method !== void 0) {
        if ("redfish" !== data.method) {
          const err23 = {};
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
    }
  }
  var _valid2 = _errs30 === errors;
  errors = _errs29;
  if (vErrors !== null) {
    if (_errs29) {
      vErrors.length = _errs29;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs32 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.url === void 0) {
        const err24 = { instancePath, schemaPath: "#/allOf/2/then/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      if (data.url !== void 0) {
        let data12 = data.url;
        if (typeof data12 === "string") {
          if (!pattern23.test(data12)) {
            const err25 = { instancePath: instancePath + "/url", schemaPath: "#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        } else {
          const err26 = { instancePath: instancePath + "/url", schemaPath: "#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      }
      if (data.system !== void 0) {
        let data13 = data.system;
        if (typeof data13 === "string") {
          if (func2(data13) < 1) {
            const err27 = { instancePath: instancePath + "/system", schemaPath: "#/allOf/2/then/properties/system/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        } else {
          const err28 = { instancePath: instancePath + "/system", schemaPath: "#/allOf/2/then/properties/system/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      }
      if (data.certificateSha256 !== void 0) {
        let data14 = data.certificateSha256;
        if (typeof data14 === "string") {
          if (!pattern35.test(data14)) {
            const err29 = { instancePath: instancePath + "/certificateSha256", schemaPath: "#/allOf/2/then/properties/certificateSha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        } else {
          const err30 = { instancePath: instancePath + "/certificateSha256", schemaPath: "#/allOf/2/then/properties/certificateSha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
      }
      if (data.user !== void 0) {
        let data15 = data.user;
        if (typeof data15 === "string") {
          if (func2(data15) < 1) {
            const err31 = { instancePath: instancePath + "/user", schemaPath: "#/allOf/2/then/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        } else {
          const err32 = { instancePath: instancePath + "/user", schemaPath: "#/allOf/2/then/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
      }
      if (data.password !== void 0) {
        let data16 = data.password;
        if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
          if (data16.secret === void 0) {
            const err33 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          for (const key0 in data16) {
            if (!(key0 === "secret" || key0 === "version")) {
              const err34 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          }
          if (data16.secret !== void 0) {
            let data17 = data16.secret;
            if (typeof data17 === "string") {
              if (!pattern36.test(data17)) {
                const err35 = { instancePath: instancePath + "/password/secret", schemaPath: "#/$defs/secret/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            } else {
              const err36 = { instancePath: instancePath + "/password/secret", schemaPath: "#/$defs/secret/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          }
          if (data16.version !== void 0) {
            let data18 = data16.version;
            if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
              const err37 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (typeof data18 == "number" && isFinite(data18)) {
              if (data18 > 999999999 || isNaN(data18)) {
                const err38 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
              if (data18 < 1 || isNaN(data18)) {
                const err39 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
          }
        } else {
          const err40 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      }
      if (data.certificateAuthority !== void 0) {
        let data19 = data.certificateAuthority;
        if (typeof data19 === "string") {
          if (!pattern37.test(data19)) {
            const err41 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/allOf/2/then/properties/certificateAuthority/pattern", keyword: "pattern", params: { pattern: "^\\s*-----BEGIN CERTIFICATE-----" }, message: 'must match pattern "^\\s*-----BEGIN CERTIFICATE-----"' };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        } else {
          const err42 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/allOf/2/then/properties/certificateAuthority/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
      }
      if (data.insecure !== void 0) {
        if (typeof data.insecure !== "boolean") {
          const err43 = { instancePath: instancePath + "/insecure", schemaPath: "#/allOf/2/then/properties/insecure/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      }
      if (data.authentication !== void 0) {
        let data21 = data.authentication;
        if (!(data21 === "session" || data21 === "basic" || data21 === "none")) {
          const err44 = { instancePath: instancePath + "/authentication", schemaPath: "#/allOf/2/then/properties/authentication/enum", keyword: "enum", params: { allowedValues: schema50.allOf[2].then.properties.authentication.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
      }
      if (data.networkBoot !== void 0) {
        let data22 = data.networkBoot;
        if (!(data22 === "once" || data22 === "firmware")) {
          const err45 = { instancePath: instancePath + "/networkBoot", schemaPath: "#/allOf/2/then/properties/networkBoot/enum", keyword: "enum", params: { allowedValues: schema50.allOf[2].then.properties.networkBoot.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
      }
      if (data.bootTarget !== void 0) {
        let data23 = data.bootTarget;
        if (!(data23 === "Pxe" || data23 === "UefiHttp")) {
          const err46 = { instancePath: instancePath + "/bootTarget", schemaPath: "#/allOf/2/then/properties/bootTarget/enum", keyword: "enum", params: { allowedValues: schema50.allOf[2].then.properties.bootTarget.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      }
      if (data.reset !== void 0) {
        let data24 = data.reset;
        if (!(data24 === "force" || data24 === "graceful")) {
          const err47 = { instancePath: instancePath + "/reset", schemaPath: "#/allOf/2/then/properties/reset/enum", keyword: "enum", params: { allowedValues: schema50.allOf[2].then.properties.reset.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
      }
    }
    var _valid2 = _errs32 === errors;
    valid9 = _valid2;
    if (valid9) {
      var props2 = {};
      props2.url = true;
      props2.system = true;
      props2.certificateSha256 = true;
      props2.user = true;
      props2.password = true;
      props2.certificateAuthority = true;
      props2.insecure = true;
      props2.authentication = true;
      props2.networkBoot = true;
      props2.bootTarget = true;
      props2.reset = true;
      props2.method = true;
    }
  }
  if (!valid9) {
    const err48 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err48];
    } else {
      vErrors.push(err48);
    }
    errors++;
  }
  if (props0 !== true && props2 !== void 0) {
    if (props2 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props2);
    }
  }
  const _errs59 = errors;
  let valid15 = true;
  const _errs60 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing3;
    if (data.method === void 0 && (missing3 = "method")) {
      const err49 = {};
      if (vErrors === null) {
        vErrors = [err49];
      } else {
        vErrors.push(err49);
      }
      errors++;
    } else {
      if (data.method !== void 0) {
        const _errs61 = errors;
        if ("redfish" !== data.method) {
          const err50 = {};
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
        var valid16 = _errs61 === errors;
      } else {
        var valid16 = true;
      }
      if (valid16) {
        if (data.authentication !== void 0) {
          let data26 = data.authentication;
          const _errs62 = errors;
          if (!(data26 === "session" || data26 === "basic")) {
            const err51 = {};
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
          var valid16 = _errs62 === errors;
        } else {
          var valid16 = true;
        }
      }
    }
  }
  var _valid3 = _errs60 === errors;
  errors = _errs59;
  if (vErrors !== null) {
    if (_errs59) {
      vErrors.length = _errs59;
    } else {
      vErrors = null;
    }
  }
  if (_valid3) {
    const _errs63 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.user === void 0) {
        const err52 = { instancePath, schemaPath: "#/allOf/3/then/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
      if (data.password === void 0) {
        const err53 = { instancePath, schemaPath: "#/allOf/3/then/required", keyword: "required", params: { missingProperty: "password" }, message: "must have required property 'password'" };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
    var _valid3 = _errs63 === errors;
    valid15 = _valid3;
  }
  if (!valid15) {
    const err54 = { instancePath, schemaPath: "#/allOf/3/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err54];
    } else {
      vErrors.push(err54);
    }
    errors++;
  }
  if (props0 !== true) {
    props0 = props0 || {};
    props0.method = true;
    props0.authentication = true;
  }
  const _errs65 = errors;
  let valid17 = true;
  const _errs66 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing4;
    if (data.method === void 0 && (missing4 = "method")) {
      const err55 = {};
      if (vErrors === null) {
        vErrors = [err55];
      } else {
        vErrors.push(err55);
      }
      errors++;
    } else {
      if (data.method !== void 0) {
        if ("ipmi" !== data.method) {
          const err56 = {};
          if (vErrors === null) {
            vErrors = [err56];
          } else {
            vErrors.push(err56);
          }
          errors++;
        }
      }
    }
  }
  var _valid4 = _errs66 === errors;
  errors = _errs65;
  if (vErrors !== null) {
    if (_errs65) {
      vErrors.length = _errs65;
    } else {
      vErrors = null;
    }
  }
  if (_valid4) {
    const _errs68 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.address === void 0) {
        const err57 = { instancePath, schemaPath: "#/allOf/4/then/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
        if (vErrors === null) {
          vErrors = [err57];
        } else {
          vErrors.push(err57);
        }
        errors++;
      }
      if (data.user === void 0) {
        const err58 = { instancePath, schemaPath: "#/allOf/4/then/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
      if (data.password === void 0) {
        const err59 = { instancePath, schemaPath: "#/allOf/4/then/required", keyword: "required", params: { missingProperty: "password" }, message: "must have required property 'password'" };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
      if (data.address !== void 0) {
        let data28 = data.address;
        if (typeof data28 === "string") {
          if (func2(data28) > 253) {
            const err60 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/hostOrAddress/maxLength", keyword: "maxLength", params: { limit: 253 }, message: "must NOT have more than 253 characters" };
            if (vErrors === null) {
              vErrors = [err60];
            } else {
              vErrors.push(err60);
            }
            errors++;
          }
          if (!pattern5.test(data28)) {
            const err61 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/hostOrAddress/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"' };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        } else {
          const err62 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/hostOrAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err62];
          } else {
            vErrors.push(err62);
          }
          errors++;
        }
      }
      if (data.port !== void 0) {
        let data29 = data.port;
        if (!(typeof data29 == "number" && (!(data29 % 1) && !isNaN(data29)) && isFinite(data29))) {
          const err63 = { instancePath: instancePath + "/port", schemaPath: "#/allOf/4/then/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          if (vErrors === null) {
            vErrors = [err63];
          } else {
            vErrors.push(err63);
          }
          errors++;
        }
        if (typeof data29 == "number" && isFinite(data29)) {
          if (data29 > 65535 || isNaN(data29)) {
            const err64 = { instancePath: instancePath + "/port", schemaPath: "#/allOf/4/then/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
          if (data29 < 1 || isNaN(data29)) {
            const err65 = { instancePath: instancePath + "/port", schemaPath: "#/allOf/4/then/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
            if (vErrors === null) {
              vErrors = [err65];
            } else {
              vErrors.push(err65);
            }
            errors++;
          }
        }
      }
      if (data.user !== void 0) {
        let data30 = data.user;
        if (typeof data30 === "string") {
          if (func2(data30) < 1) {
            const err66 = { instancePath: instancePath + "/user", schemaPath: "#/allOf/4/then/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
        } else {
          const err67 = { instancePath: instancePath + "/user", schemaPath: "#/allOf/4/then/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err67];
          } else {
            vErrors.push(err67);
          }
          errors++;
        }
      }
      if (data.password !== void 0) {
        let data31 = data.password;
        if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
          if (data31.secret === void 0) {
            const err68 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
            if (vErrors === null) {
              vErrors = [err68];
            } else {
              vErrors.push(err68);
            }
            errors++;
          }
          for (const key1 in data31) {
            if (!(key1 === "secret" || key1 === "version")) {
              const err69 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
          }
          if (data31.secret !== void 0) {
            let data32 = data31.secret;
            if (typeof data32 === "string") {
              if (!pattern36.test(data32)) {
                const err70 = { instancePath: instancePath + "/password/secret", schemaPath: "#/$defs/secret/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
                if (vErrors === null) {
                  vErrors = [err70];
                } else {
                  vErrors.push(err70);
                }
                errors++;
              }
            } else {
              const err71 = { instancePath: instancePath + "/password/secret", schemaPath: "#/$defs/secret/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err71];
              } else {
                vErrors.push(err71);
              }
              errors++;
            }
          }
          if (data31.version !== void 0) {
            let data33 = data31.version;
            if (!(typeof data33 == "number" && (!(data33 % 1) && !isNaN(data33)) && isFinite(data33))) {
              const err72 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
              if (vErrors === null) {
                vErrors = [err72];
              } else {
                vErrors.push(err72);
              }
              errors++;
            }
            if (typeof data33 == "number" && isFinite(data33)) {
              if (data33 > 999999999 || isNaN(data33)) {
                const err73 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
                if (vErrors === null) {
                  vErrors = [err73];
                } else {
                  vErrors.push(err73);
                }
                errors++;
              }
              if (data33 < 1 || isNaN(data33)) {
                const err74 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                if (vErrors === null) {
                  vErrors = [err74];
                } else {
                  vErrors.push(err74);
                }
                errors++;
              }
            }
          }
        } else {
          const err75 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
          if (vErrors === null) {
            vErrors = [err75];
          } else {
            vErrors.push(err75);
          }
          errors++;
        }
      }
      if (data.cipherSuite !== void 0) {
        let data34 = data.cipherSuite;
        if (!(typeof data34 == "number" && (!(data34 % 1) && !isNaN(data34)) && isFinite(data34))) {
          const err76 = { instancePath: instancePath + "/cipherSuite", schemaPath: "#/allOf/4/then/properties/cipherSuite/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          if (vErrors === null) {
            vErrors = [err76];
          } else {
            vErrors.push(err76);
          }
          errors++;
        }
        if (typeof data34 == "number" && isFinite(data34)) {
          if (data34 > 17 || isNaN(data34)) {
            const err77 = { instancePath: instancePath + "/cipherSuite", schemaPath: "#/allOf/4/then/properties/cipherSuite/maximum", keyword: "maximum", params: { comparison: "<=", limit: 17 }, message: "must be <= 17" };
            if (vErrors === null) {
              vErrors = [err77];
            } else {
              vErrors.push(err77);
            }
            errors++;
          }
          if (data34 < 1 || isNaN(data34)) {
            const err78 = { instancePath: instancePath + "/cipherSuite", schemaPath: "#/allOf/4/then/properties/cipherSuite/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
            if (vErrors === null) {
              vErrors = [err78];
            } else {
              vErrors.push(err78);
            }
            errors++;
          }
        }
      }
      if (data.privilege !== void 0) {
        let data35 = data.privilege;
        if (!(data35 === "OPERATOR" || data35 === "ADMINISTRATOR")) {
          const err79 = { instancePath: instancePath + "/privilege", schemaPath: "#/allOf/4/then/properties/privilege/enum", keyword: "enum", params: { allowedValues: schema50.allOf[4].then.properties.privilege.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err79];
          } else {
            vErrors.push(err79);
          }
          errors++;
        }
      }
      if (data.networkBoot !== void 0) {
        let data36 = data.networkBoot;
        if (!(data36 === "once" || data36 === "firmware")) {
          const err80 = { instancePath: instancePath + "/networkBoot", schemaPath: "#/allOf/4/then/properties/networkBoot/enum", keyword: "enum", params: { allowedValues: schema50.allOf[4].then.properties.networkBoot.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err80];
          } else {
            vErrors.push(err80);
          }
          errors++;
        }
      }
      if (data.bootMode !== void 0) {
        let data37 = data.bootMode;
        if (!(data37 === "uefi" || data37 === "bios")) {
          const err81 = { instancePath: instancePath + "/bootMode", schemaPath: "#/allOf/4/then/properties/bootMode/enum", keyword: "enum", params: { allowedValues: schema50.allOf[4].then.properties.bootMode.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err81];
          } else {
            vErrors.push(err81);
          }
          errors++;
        }
      }
    }
    var _valid4 = _errs68 === errors;
    valid17 = _valid4;
    if (valid17) {
      var props3 = {};
      props3.address = true;
      props3.port = true;
      props3.user = true;
      props3.password = true;
      props3.cipherSuite = true;
      props3.privilege = true;
      props3.networkBoot = true;
      props3.bootMode = true;
      props3.method = true;
    }
  }
  if (!valid17) {
    const err82 = { instancePath, schemaPath: "#/allOf/4/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err82];
    } else {
      vErrors.push(err82);
    }
    errors++;
  }
  if (props0 !== true && props3 !== void 0) {
    if (props3 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props3);
    }
  }
  const _errs90 = errors;
  let valid23 = true;
  const _errs91 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing5;
    if (data.method === void 0 && (missing5 = "method")) {
      const err83 = {};
      if (vErrors === null) {
        vErrors = [err83];
      } else {
        vErrors.push(err83);
      }
      errors++;
    } else {
      if (data.method !== void 0) {
        if ("amt" !== data.method) {
          const err84 = {};
          if (vErrors === null) {
            vErrors = [err84];
          } else {
            vErrors.push(err84);
          }
          errors++;
        }
      }
    }
  }
  var _valid5 = _errs91 === errors;
  errors = _errs90;
  if (vErrors !== null) {
    if (_errs90) {
      vErrors.length = _errs90;
    } else {
      vErrors = null;
    }
  }
  if (_valid5) {
    const _errs93 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.address === void 0) {
        const err85 = { instancePath, schemaPath: "#/allOf/5/then/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
        if (vErrors === null) {
          vErrors = [err85];
        } else {
          vErrors.push(err85);
        }
        errors++;
      }
      if (data.user === void 0) {
        const err86 = { instancePath, schemaPath: "#/allOf/5/then/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
        if (vErrors === null) {
          vErrors = [err86];
        } else {
          vErrors.push(err86);
        }
        errors++;
      }
      if (data.password === void 0) {
        const err87 = { instancePath, schemaPath: "#/allOf/5/then/required", keyword: "required", params: { missingProperty: "password" }, message: "must have required property 'password'" };
        if (vErrors === null) {
          vErrors = [err87];
        } else {
          vErrors.push(err87);
        }
        errors++;
      }
      if (data.address !== void 0) {
        let data39 = data.address;
        if (typeof data39 === "string") {
          if (func2(data39) > 253) {
            const err88 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/hostOrAddress/maxLength", keyword: "maxLength", params: { limit: 253 }, message: "must NOT have more than 253 characters" };
            if (vErrors === null) {
              vErrors = [err88];
            } else {
              vErrors.push(err88);
            }
            errors++;
          }
          if (!pattern5.test(data39)) {
            const err89 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/hostOrAddress/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"' };
            if (vErrors === null) {
              vErrors = [err89];
            } else {
              vErrors.push(err89);
            }
            errors++;
          }
        } else {
          const err90 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/hostOrAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err90];
          } else {
            vErrors.push(err90);
          }
          errors++;
        }
      }
      if (data.port !== void 0) {
        let data40 = data.port;
        if (!(typeof data40 == "number" && (!(data40 % 1) && !isNaN(data40)) && isFinite(data40))) {
          const err91 = { instancePath: instancePath + "/port", schemaPath: "#/allOf/5/then/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          if (vErrors === null) {
            vErrors = [err91];
          } else {
            vErrors.push(err91);
          }
          errors++;
        }
        if (typeof data40 == "number" && isFinite(data40)) {
          if (data40 > 65535 || isNaN(data40)) {
            const err92 = { instancePath: instancePath + "/port", schemaPath: "#/allOf/5/then/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
            if (vErrors === null) {
              vErrors = [err92];
            } else {
              vErrors.push(err92);
            }
            errors++;
          }
          if (data40 < 1 || isNaN(data40)) {
            const err93 = { instancePath: instancePath + "/port", schemaPath: "#/allOf/5/then/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
            if (vErrors === null) {
              vErrors = [err93];
            } else {
              vErrors.push(err93);
            }
            errors++;
          }
        }
      }
      if (data.user !== void 0) {
        let data41 = data.user;
        if (typeof data41 === "string") {
          if (func2(data41) < 1) {
            const err94 = { instancePath: instancePath + "/user", schemaPath: "#/allOf/5/then/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            if (vErrors === null) {
              vErrors = [err94];
            } else {
              vErrors.push(err94);
            }
            errors++;
          }
        } else {
          const err95 = { instancePath: instancePath + "/user", schemaPath: "#/allOf/5/then/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err95];
          } else {
            vErrors.push(err95);
          }
          errors++;
        }
      }
      if (data.password !== void 0) {
        let data42 = data.password;
        if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
          if (data42.secret === void 0) {
            const err96 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
            if (vErrors === null) {
              vErrors = [err96];
            } else {
              vErrors.push(err96);
            }
            errors++;
          }
          for (const key2 in data42) {
            if (!(key2 === "secret" || key2 === "version")) {
              const err97 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
              if (vErrors === null) {
                vErrors = [err97];
              } else {
                vErrors.push(err97);
              }
              errors++;
            }
          }
          if (data42.secret !== void 0) {
            let data43 = data42.secret;
            if (typeof data43 === "string") {
              if (!pattern36.test(data43)) {
                const err98 = { instancePath: instancePath + "/password/secret", schemaPath: "#/$defs/secret/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
                if (vErrors === null) {
                  vErrors = [err98];
                } else {
                  vErrors.push(err98);
                }
                errors++;
              }
            } else {
              const err99 = { instancePath: instancePath + "/password/secret", schemaPath: "#/$defs/secret/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err99];
              } else {
                vErrors.push(err99);
              }
              errors++;
            }
          }
          if (data42.version !== void 0) {
            let data44 = data42.version;
            if (!(typeof data44 == "number" && (!(data44 % 1) && !isNaN(data44)) && isFinite(data44))) {
              const err100 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
              if (vErrors === null) {
                vErrors = [err100];
              } else {
                vErrors.push(err100);
              }
              errors++;
            }
            if (typeof data44 == "number" && isFinite(data44)) {
              if (data44 > 999999999 || isNaN(data44)) {
                const err101 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
                if (vErrors === null) {
                  vErrors = [err101];
                } else {
                  vErrors.push(err101);
                }
                errors++;
              }
              if (data44 < 1 || isNaN(data44)) {
                const err102 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                if (vErrors === null) {
                  vErrors = [err102];
                } else {
                  vErrors.push(err102);
                }
                errors++;
              }
            }
          }
        } else {
          const err103 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
          if (vErrors === null) {
            vErrors = [err103];
          } else {
            vErrors.push(err103);
          }
          errors++;
        }
      }
    }
    var _valid5 = _errs93 === errors;
    valid23 = _valid5;
    if (valid23) {
      var props4 = {};
      props4.address = true;
      props4.port = true;
      props4.user = true;
      props4.password = true;
      props4.method = true;
    }
  }
  if (!valid23) {
    const err104 = { instancePath, schemaPath: "#/allOf/5/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err104];
    } else {
      vErrors.push(err104);
    }
    errors++;
  }
  if (props0 !== true && props4 !== void 0) {
    if (props4 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props4);
    }
  }
  const _errs110 = errors;
  let valid29 = true;
  const _errs111 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing6;
    if (data.method === void 0 && (missing6 = "method")) {
      const err105 = {};
      if (vErrors === null) {
        vErrors = [err105];
      } else {
        vErrors.push(err105);
      }
      errors++;
    } else {
      if (data.method !== void 0) {
        if ("http" !== data.method) {
          const err106 = {};
          if (vErrors === null) {
            vErrors = [err106];
          } else {
            vErrors.push(err106);
          }
          errors++;
        }
      }
    }
  }
  var _valid6 = _errs111 === errors;
  errors = _errs110;
  if (vErrors !== null) {
    if (_errs110) {
      vErrors.length = _errs110;
    } else {
      vErrors = null;
    }
  }
  if (_valid6) {
    const _errs113 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.on !== void 0) {
        if (!validate25(data.on, { instancePath: instancePath + "/on", parentData: data, parentDataProperty: "on", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
          errors = vErrors.length;
        }
      }
      if (data.off !== void 0) {
        if (!validate25(data.off, { instancePath: instancePath + "/off", parentData: data, parentDataProperty: "off", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
          errors = vErrors.length;
        }
      }
      if (data.cycle !== void 0) {
        if (!validate25(data.cycle, { instancePath: instancePath + "/cycle", parentData: data, parentDataProperty: "cycle", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
          errors = vErrors.length;
        }
      }
      if (data.bootNetwork !== void 0) {
        if (!validate25(data.bootNetwork, { instancePath: instancePath + "/bootNetwork", parentData: data, parentDataProperty: "bootNetwork", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
          errors = vErrors.length;
        }
      }
      if (data.status !== void 0) {
        let data50 = data.status;
        if (data50 && typeof data50 == "object" && !Array.isArray(data50)) {
          if (data50.url === void 0) {
            const err107 = { instancePath: instancePath + "/status", schemaPath: "#/allOf/6/then/properties/status/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
            if (vErrors === null) {
              vErrors = [err107];
            } else {
              vErrors.push(err107);
            }
            errors++;
          }
          if (data50.on === void 0) {
            const err108 = { instancePath: instancePath + "/status", schemaPath: "#/allOf/6/then/properties/status/required", keyword: "required", params: { missingProperty: "on" }, message: "must have required property 'on'" };
            if (vErrors === null) {
              vErrors = [err108];
            } else {
              vErrors.push(err108);
            }
            errors++;
          }
          if (data50.off === void 0) {
            const err109 = { instancePath: instancePath + "/status", schemaPath: "#/allOf/6/then/properties/status/required", keyword: "required", params: { missingProperty: "off" }, message: "must have required property 'off'" };
            if (vErrors === null) {
              vErrors = [err109];
            } else {
              vErrors.push(err109);
            }
            errors++;
          }
          for (const key3 in data50) {
            if (!(key3 === "url" || key3 === "method" || key3 === "body" || key3 === "headers" || key3 === "statuses" || key3 === "timeoutSeconds" || key3 === "on" || key3 === "off")) {
              const err110 = { instancePath: instancePath + "/status", schemaPath: "#/allOf/6/then/properties/status/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
              if (vErrors === null) {
                vErrors = [err110];
              } else {
                vErrors.push(err110);
              }
              errors++;
            }
          }
          if (data50.url !== void 0) {
            let data51 = data50.url;
            if (typeof data51 === "string") {
              if (!pattern23.test(data51)) {
                const err111 = { instancePath: instancePath + "/status/url", schemaPath: "#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
                if (vErrors === null) {
                  vErrors = [err111];
                } else {
                  vErrors.push(err111);
                }
                errors++;
              }
            } else {
              const err112 = { instancePath: instancePath + "/status/url", schemaPath: "#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err112];
              } else {
                vErrors.push(err112);
              }
              errors++;
            }
          }
          if (data50.method !== void 0) {
            let data52 = data50.method;
            if (!(data52 === "GET" || data52 === "POST" || data52 === "PUT" || data52 === "PATCH" || data52 === "DELETE")) {
              const err113 = { instancePath: instancePath + "/status/method", schemaPath: "#/allOf/6/then/properties/status/properties/method/enum", keyword: "enum", params: { allowedValues: schema50.allOf[6].then.properties.status.properties.method.enum }, message: "must be equal to one of the allowed values" };
              if (vErrors === null) {
                vErrors = [err113];
              } else {
                vErrors.push(err113);
              }
              errors++;
            }
          }
          if (data50.body !== void 0) {
            if (typeof data50.body !== "string") {
              const err114 = { instancePath: instancePath + "/status/body", schemaPath: "#/allOf/6/then/properties/status/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err114];
              } else {
                vErrors.push(err114);
              }
              errors++;
            }
          }
          if (data50.headers !== void 0) {
            let data54 = data50.headers;
            if (data54 && typeof data54 == "object" && !Array.isArray(data54)) {
              for (const key4 in data54) {
                let data55 = data54[key4];
                if (typeof data55 !== "string" && !(data55 && typeof data55 == "object" && !Array.isArray(data55))) {
                  const err115 = { instancePath: instancePath + "/status/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/allOf/6/then/properties/status/properties/headers/additionalProperties/type", keyword: "type", params: { type: schema50.allOf[6].then.properties.status.properties.headers.additionalProperties.type }, message: "must be string,object" };
                  if (vErrors === null) {
                    vErrors = [err115];
                  } else {
                    vErrors.push(err115);
                  }
                  errors++;
                }
                if (data55 && typeof data55 == "object" && !Array.isArray(data55)) {
                  if (data55.secret === void 0) {
                    const err116 = { instancePath: instancePath + "/status/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/allOf/6/then/properties/status/properties/headers/additionalProperties/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
                    if (vErrors === null) {
                      vErrors = [err116];
                    } else {
                      vErrors.push(err116);
                    }
                    errors++;
                  }
                  for (const key5 in data55) {
                    if (!(key5 === "secret" || key5 === "version")) {
                      const err117 = { instancePath: instancePath + "/status/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/allOf/6/then/properties/status/properties/headers/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                      if (vErrors === null) {
                        vErrors = [err117];
                      } else {
                        vErrors.push(err117);
                      }
                      errors++;
                    }
                  }
                  if (data55.secret !== void 0) {
                    let data56 = data55.secret;
                    if (typeof data56 === "string") {
                      if (!pattern36.test(data56)) {
                        const err118 = { instancePath: instancePath + "/status/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/secret", schemaPath: "#/allOf/6/then/properties/status/properties/headers/additionalProperties/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
                        if (vErrors === null) {
                          vErrors = [err118];
                        } else {
                          vErrors.push(err118);
                        }
                        errors++;
                      }
                    } else {
                      const err119 = { instancePath: instancePath + "/status/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/secret", schemaPath: "#/allOf/6/then/properties/status/properties/headers/additionalProperties/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err119];
                      } else {
                        vErrors.push(err119);
                      }
                      errors++;
                    }
                  }
                  if (data55.version !== void 0) {
                    let data57 = data55.version;
                    if (!(typeof data57 == "number" && (!(data57 % 1) && !isNaN(data57)) && isFinite(data57))) {
                      const err120 = { instancePath: instancePath + "/status/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/allOf/6/then/properties/status/properties/headers/additionalProperties/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                      if (vErrors === null) {
                        vErrors = [err120];
                      } else {
                        vErrors.push(err120);
                      }
                      errors++;
                    }
                    if (typeof data57 == "number" && isFinite(data57)) {
                      if (data57 > 999999999 || isNaN(data57)) {
                        const err121 = { instancePath: instancePath + "/status/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/allOf/6/then/properties/status/properties/headers/additionalProperties/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
                        if (vErrors === null) {
                          vErrors = [err121];
                        } else {
                          vErrors.push(err121);
                        }
                        errors++;
                      }
                      if (data57 < 1 || isNaN(data57)) {
                        const err122 = { instancePath: instancePath + "/status/headers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/allOf/6/then/properties/status/properties/headers/additionalProperties/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                        if (vErrors === null) {
                          vErrors = [err122];
                        } else {
                          vErrors.push(err122);
                        }
                        errors++;
                      }
                    }
                  }
                }
              }
            } else {
              const err123 = { instancePath: instancePath + "/status/headers", schemaPath: "#/allOf/6/then/properties/status/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err123];
              } else {
                vErrors.push(err123);
              }
              errors++;
            }
          }
          if (data50.statuses !== void 0) {
            let data58 = data50.statuses;
            if (Array.isArray(data58)) {
              if (data58.length < 1) {
                const err124 = { instancePath: instancePath + "/status/statuses", schemaPath: "#/allOf/6/then/properties/status/properties/statuses/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                if (vErrors === null) {
                  vErrors = [err124];
                } else {
                  vErrors.push(err124);
                }
                errors++;
              }
              const len0 = data58.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let data59 = data58[i0];
                if (!(typeof data59 == "number" && (!(data59 % 1) && !isNaN(data59)) && isFinite(data59))) {
                  const err125 = { instancePath: instancePath + "/status/statuses/" + i0, schemaPath: "#/allOf/6/then/properties/status/properties/statuses/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                  if (vErrors === null) {
                    vErrors = [err125];
                  } else {
                    vErrors.push(err125);
                  }
                  errors++;
                }
                if (typeof data59 == "number" && isFinite(data59)) {
                  if (data59 > 599 || isNaN(data59)) {
                    const err126 = { instancePath: instancePath + "/status/statuses/" + i0, schemaPath: "#/allOf/6/then/properties/status/properties/statuses/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" };
                    if (vErrors === null) {
                      vErrors = [err126];
                    } else {
                      vErrors.push(err126);
                    }
                    errors++;
                  }
                  if (data59 < 100 || isNaN(data59)) {
                    const err127 = { instancePath: instancePath + "/status/statuses/" + i0, schemaPath: "#/allOf/6/then/properties/status/properties/statuses/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" };
                    if (vErrors === null) {
                      vErrors = [err127];
                    } else {
                      vErrors.push(err127);
                    }
                    errors++;
                  }
                }
              }
            } else {
              const err128 = { instancePath: instancePath + "/status/statuses", schemaPath: "#/allOf/6/then/properties/status/properties/statuses/type", keyword: "type", params: { type: "array" }, message: "must be array" };
              if (vErrors === null) {
                vErrors = [err128];
              } else {
                vErrors.push(err128);
              }
              errors++;
            }
          }
          if (data50.timeoutSeconds !== void 0) {
            let data60 = data50.timeoutSeconds;
            if (!(typeof data60 == "number" && (!(data60 % 1) && !isNaN(data60)) && isFinite(data60))) {
              const err129 = { instancePath: instancePath + "/status/timeoutSeconds", schemaPath: "#/allOf/6/then/properties/status/properties/timeoutSeconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
              if (vErrors === null) {
                vErrors = [err129];
              } else {
                vErrors.push(err129);
              }
              errors++;
            }
            if (typeof data60 == "number" && isFinite(data60)) {
              if (data60 > 600 || isNaN(data60)) {
                const err130 = { instancePath: instancePath + "/status/timeoutSeconds", schemaPath: "#/allOf/6/then/properties/status/properties/timeoutSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 600 }, message: "must be <= 600" };
                if (vErrors === null) {
                  vErrors = [err130];
                } else {
                  vErrors.push(err130);
                }
                errors++;
              }
              if (data60 < 1 || isNaN(data60)) {
                const err131 = { instancePath: instancePath + "/status/timeoutSeconds", schemaPath: "#/allOf/6/then/properties/status/properties/timeoutSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                if (vErrors === null) {
                  vErrors = [err131];
                } else {
                  vErrors.push(err131);
                }
                errors++;
              }
            }
          }
          if (data50.on !== void 0) {
            let data61 = data50.on;
            if (typeof data61 === "string") {
              if (func2(data61) < 1) {
                const err132 = { instancePath: instancePath + "/status/on", schemaPath: "#/allOf/6/then/properties/status/properties/on/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                if (vErrors === null) {
                  vErrors = [err132];
                } else {
                  vErrors.push(err132);
                }
                errors++;
              }
            } else {
              const err133 = { instancePath: instancePath + "/status/on", schemaPath: "#/allOf/6/then/properties/status/properties/on/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err133];
              } else {
                vErrors.push(err133);
              }
              errors++;
            }
          }
          if (data50.off !== void 0) {
            let data62 = data50.off;
            if (typeof data62 === "string") {
              if (func2(data62) < 1) {
                const err134 = { instancePath: instancePath + "/status/off", schemaPath: "#/allOf/6/then/properties/status/properties/off/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                if (vErrors === null) {
                  vErrors = [err134];
                } else {
                  vErrors.push(err134);
                }
                errors++;
              }
            } else {
              const err135 = { instancePath: instancePath + "/status/off", schemaPath: "#/allOf/6/then/properties/status/properties/off/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err135];
              } else {
                vErrors.push(err135);
              }
              errors++;
            }
          }
        } else {
          const err136 = { instancePath: instancePath + "/status", schemaPath: "#/allOf/6/then/properties/status/type", keyword: "type", params: { type: "object" }, message: "must be object" };
          if (vErrors === null) {
            vErrors = [err136];
          } else {
            vErrors.push(err136);
          }
          errors++;
        }
      }
      if (data.offSeconds !== void 0) {
        let data63 = data.offSeconds;
        if (!(typeof data63 == "number" && (!(data63 % 1) && !isNaN(data63)) && isFinite(data63))) {
          const err137 = { instancePath: instancePath + "/offSeconds", schemaPath: "#/allOf/6/then/properties/offSeconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          if (vErrors === null) {
            vErrors = [err137];
          } else {
            vErrors.push(err137);
          }
          errors++;
        }
        if (typeof data63 == "number" && isFinite(data63)) {
          if (data63 > 600 || isNaN(data63)) {
            const err138 = { instancePath: instancePath + "/offSeconds", schemaPath: "#/allOf/6/then/properties/offSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 600 }, message: "must be <= 600" };
            if (vErrors === null) {
              vErrors = [err138];
            } else {
              vErrors.push(err138);
            }
            errors++;
          }
          if (data63 < 0 || isNaN(data63)) {
            const err139 = { instancePath: instancePath + "/offSeconds", schemaPath: "#/allOf/6/then/properties/offSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
            if (vErrors === null) {
              vErrors = [err139];
            } else {
              vErrors.push(err139);
            }
            errors++;
          }
        }
      }
      if (data.user !== void 0) {
        let data64 = data.user;
        if (typeof data64 === "string") {
          if (func2(data64) < 1) {
            const err140 = { instancePath: instancePath + "/user", schemaPath: "#/allOf/6/then/properties/user/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            if (vErrors === null) {
              vErrors = [err140];
            } else {
              vErrors.push(err140);
            }
            errors++;
          }
        } else {
          const err141 = { instancePath: instancePath + "/user", schemaPath: "#/allOf/6/then/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err141];
          } else {
            vErrors.push(err141);
          }
          errors++;
        }
      }
      if (data.password !== void 0) {
        let data65 = data.password;
        if (data65 && typeof data65 == "object" && !Array.isArray(data65)) {
          if (data65.secret === void 0) {
            const err142 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
            if (vErrors === null) {
              vErrors = [err142];
            } else {
              vErrors.push(err142);
            }
            errors++;
          }
          for (const key6 in data65) {
            if (!(key6 === "secret" || key6 === "version")) {
              const err143 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
              if (vErrors === null) {
                vErrors = [err143];
              } else {
                vErrors.push(err143);
              }
              errors++;
            }
          }
          if (data65.secret !== void 0) {
            let data66 = data65.secret;
            if (typeof data66 === "string") {
              if (!pattern36.test(data66)) {
                const err144 = { instancePath: instancePath + "/password/secret", schemaPath: "#/$defs/secret/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
                if (vErrors === null) {
                  vErrors = [err144];
                } else {
                  vErrors.push(err144);
                }
                errors++;
              }
            } else {
              const err145 = { instancePath: instancePath + "/password/secret", schemaPath: "#/$defs/secret/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err145];
              } else {
                vErrors.push(err145);
              }
              errors++;
            }
          }
          if (data65.version !== void 0) {
            let data67 = data65.version;
            if (!(typeof data67 == "number" && (!(data67 % 1) && !isNaN(data67)) && isFinite(data67))) {
              const err146 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
              if (vErrors === null) {
                vErrors = [err146];
              } else {
                vErrors.push(err146);
              }
              errors++;
            }
            if (typeof data67 == "number" && isFinite(data67)) {
              if (data67 > 999999999 || isNaN(data67)) {
                const err147 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
                if (vErrors === null) {
                  vErrors = [err147];
                } else {
                  vErrors.push(err147);
                }
                errors++;
              }
              if (data67 < 1 || isNaN(data67)) {
                const err148 = { instancePath: instancePath + "/password/version", schemaPath: "#/$defs/secret/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                if (vErrors === null) {
                  vErrors = [err148];
                } else {
                  vErrors.push(err148);
                }
                errors++;
              }
            }
          }
        } else {
          const err149 = { instancePath: instancePath + "/password", schemaPath: "#/$defs/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
          if (vErrors === null) {
            vErrors = [err149];
          } else {
            vErrors.push(err149);
          }
          errors++;
        }
      }
      if (data.certificateSha256 !== void 0) {
        let data68 = data.certificateSha256;
        if (typeof data68 === "string") {
          if (!pattern35.test(data68)) {
            const err150 = { instancePath: instancePath + "/certificateSha256", schemaPath: "#/allOf/6/then/properties/certificateSha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
            if (vErrors === null) {
              vErrors = [err150];
            } else {
              vErrors.push(err150);
            }
            errors++;
          }
        } else {
          const err151 = { instancePath: instancePath + "/certificateSha256", schemaPath: "#/allOf/6/then/properties/certificateSha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err151];
          } else {
            vErrors.push(err151);
          }
          errors++;
        }
      }
      if (data.certificateAuthority !== void 0) {
        let data69 = data.certificateAuthority;
        if (typeof data69 === "string") {
          if (!pattern37.test(data69)) {
            const err152 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/allOf/6/then/properties/certificateAuthority/pattern", keyword: "pattern", params: { pattern: "^\\s*-----BEGIN CERTIFICATE-----" }, message: 'must match pattern "^\\s*-----BEGIN CERTIFICATE-----"' };
            if (vErrors === null) {
              vErrors = [err152];
            } else {
              vErrors.push(err152);
            }
            errors++;
          }
        } else {
          const err153 = { instancePath: instancePath + "/certificateAuthority", schemaPath: "#/allOf/6/then/properties/certificateAuthority/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err153];
          } else {
            vErrors.push(err153);
          }
          errors++;
        }
      }
      if (data.insecure !== void 0) {
        if (typeof data.insecure !== "boolean") {
          const err154 = { instancePath: instancePath + "/insecure", schemaPath: "#/allOf/6/then/properties/insecure/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          if (vErrors === null) {
            vErrors = [err154];
          } else {
            vErrors.push(err154);
          }
          errors++;
        }
      }
    }
    var _valid6 = _errs113 === errors;
    valid29 = _valid6;
    if (valid29) {
      var props5 = {};
      props5.on = true;
      props5.off = true;
      props5.cycle = true;
      props5.bootNetwork = true;
      props5.status = true;
      props5.offSeconds = true;
      props5.user = true;
      props5.password = true;
      props5.certificateSha256 = true;
      props5.certificateAuthority = true;
      props5.insecure = true;
      props5.method = true;
    }
  }
  if (!valid29) {
    const err155 = { instancePath, schemaPath: "#/allOf/6/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err155];
    } else {
      vErrors.push(err155);
    }
    errors++;
  }
  if (props0 !== true && props5 !== void 0) {
    if (props5 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props5);
    }
  }
  const _errs166 = errors;
  let valid40 = true;
  const _errs167 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing7;
    if (data.method === void 0 && (missing7 = "method")) {
      const err156 = {};
      if (vErrors === null) {
        vErrors = [err156];
      } else {
        vErrors.push(err156);
      }
      errors++;
    } else {
      if (data.method !== void 0) {
        if ("command" !== data.method) {
          const err157 = {};
          if (vErrors === null) {
            vErrors = [err157];
          } else {
            vErrors.push(err157);
          }
          errors++;
        }
      }
    }
  }
  var _valid7 = _errs167 === errors;
  errors = _errs166;
  if (vErrors !== null) {
    if (_errs166) {
      vErrors.length = _errs166;
    } else {
      vErrors = null;
    }
  }
  if (_valid7) {
    const _errs169 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.on !== void 0) {
        let data72 = data.on;
        if (Array.isArray(data72)) {
          if (data72.length < 1) {
            const err158 = { instancePath: instancePath + "/on", schemaPath: "#/allOf/7/then/properties/on/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
            if (vErrors === null) {
              vErrors = [err158];
            } else {
              vErrors.push(err158);
            }
            errors++;
          }
          const len1 = data72.length;
          for (let i1 = 0; i1 < len1; i1++) {
            let data73 = data72[i1];
            if (typeof data73 === "string") {
              if (!pattern51.test(data73)) {
                const err159 = { instancePath: instancePath + "/on/" + i1, schemaPath: "#/allOf/7/then/properties/on/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, message: 'must match pattern "^[^\\u0000]*$"' };
                if (vErrors === null) {
                  vErrors = [err159];
                } else {
                  vErrors.push(err159);
                }
                errors++;
              }
            } else {
              const err160 = { instancePath: instancePath + "/on/" + i1, schemaPath: "#/allOf/7/then/properties/on/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err160];
              } else {
                vErrors.push(err160);
              }
              errors++;
            }
          }
        } else {
          const err161 = { instancePath: instancePath + "/on", schemaPath: "#/allOf/7/then/properties/on/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          if (vErrors === null) {
            vErrors = [err161];
          } else {
            vErrors.push(err161);
          }
          errors++;
        }
      }
      if (data.off !== void 0) {
        let data74 = data.off;
        if (Array.isArray(data74)) {
          if (data74.length < 1) {
            const err162 = { instancePath: instancePath + "/off", schemaPath: "#/allOf/7/then/properties/off/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
            if (vErrors === null) {
              vErrors = [err162];
            } else {
              vErrors.push(err162);
            }
            errors++;
          }
          const len2 = data74.length;
          for (let i2 = 0; i2 < len2; i2++) {
            let data75 = data74[i2];
            if (typeof data75 === "string") {
              if (!pattern51.test(data75)) {
                const err163 = { instancePath: instancePath + "/off/" + i2, schemaPath: "#/allOf/7/then/properties/off/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, message: 'must match pattern "^[^\\u0000]*$"' };
                if (vErrors === null) {
                  vErrors = [err163];
                } else {
                  vErrors.push(err163);
                }
                errors++;
              }
            } else {
              const err164 = { instancePath: instancePath + "/off/" + i2, schemaPath: "#/allOf/7/then/properties/off/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err164];
              } else {
                vErrors.push(err164);
              }
              errors++;
            }
          }
        } else {
          const err165 = { instancePath: instancePath + "/off", schemaPath: "#/allOf/7/then/properties/off/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          if (vErrors === null) {
            vErrors = [err165];
          } else {
            vErrors.push(err165);
          }
          errors++;
        }
      }
      if (data.cycle !== void 0) {
        let data76 = data.cycle;
        if (Array.isArray(data76)) {
          if (data76.length < 1) {
            const err166 = { instancePath: instancePath + "/cycle", schemaPath: "#/allOf/7/then/properties/cycle/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
            if (vErrors === null) {
              vErrors = [err166];
            } else {
              vErrors.push(err166);
            }
            errors++;
          }
          const len3 = data76.length;
          for (let i3 = 0; i3 < len3; i3++) {
            let data77 = data76[i3];
            if (typeof data77 === "string") {
              if (!pattern51.test(data77)) {
                const err167 = { instancePath: instancePath + "/cycle/" + i3, schemaPath: "#/allOf/7/then/properties/cycle/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, message: 'must match pattern "^[^\\u0000]*$"' };
                if (vErrors === null) {
                  vErrors = [err167];
                } else {
                  vErrors.push(err167);
                }
                errors++;
              }
            } else {
              const err168 = { instancePath: instancePath + "/cycle/" + i3, schemaPath: "#/allOf/7/then/properties/cycle/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err168];
              } else {
                vErrors.push(err168);
              }
              errors++;
            }
          }
        } else {
          const err169 = { instancePath: instancePath + "/cycle", schemaPath: "#/allOf/7/then/properties/cycle/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          if (vErrors === null) {
            vErrors = [err169];
          } else {
            vErrors.push(err169);
          }
          errors++;
        }
      }
      if (data.status !== void 0) {
        let data78 = data.status;
        if (Array.isArray(data78)) {
          if (data78.length < 1) {
            const err170 = { instancePath: instancePath + "/status", schemaPath: "#/allOf/7/then/properties/status/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
            if (vErrors === null) {
              vErrors = [err170];
            } else {
              vErrors.push(err170);
            }
            errors++;
          }
          const len4 = data78.length;
          for (let i4 = 0; i4 < len4; i4++) {
            let data79 = data78[i4];
            if (typeof data79 === "string") {
              if (!pattern51.test(data79)) {
                const err171 = { instancePath: instancePath + "/status/" + i4, schemaPath: "#/allOf/7/then/properties/status/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, message: 'must match pattern "^[^\\u0000]*$"' };
                if (vErrors === null) {
                  vErrors = [err171];
                } else {
                  vErrors.push(err171);
                }
                errors++;
              }
            } else {
              const err172 = { instancePath: instancePath + "/status/" + i4, schemaPath: "#/allOf/7/then/properties/status/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err172];
              } else {
                vErrors.push(err172);
              }
              errors++;
            }
          }
        } else {
          const err173 = { instancePath: instancePath + "/status", schemaPath: "#/allOf/7/then/properties/status/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          if (vErrors === null) {
            vErrors = [err173];
          } else {
            vErrors.push(err173);
          }
          errors++;
        }
      }
      if (data.bootNetwork !== void 0) {
        let data80 = data.bootNetwork;
        if (Array.isArray(data80)) {
          if (data80.length < 1) {
            const err174 = { instancePath: instancePath + "/bootNetwork", schemaPath: "#/allOf/7/then/properties/bootNetwork/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
            if (vErrors === null) {
              vErrors = [err174];
            } else {
              vErrors.push(err174);
            }
            errors++;
          }
          const len5 = data80.length;
          for (let i5 = 0; i5 < len5; i5++) {
            let data81 = data80[i5];
            if (typeof data81 === "string") {
              if (!pattern51.test(data81)) {
                const err175 = { instancePath: instancePath + "/bootNetwork/" + i5, schemaPath: "#/allOf/7/then/properties/bootNetwork/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]*$" }, message: 'must match pattern "^[^\\u0000]*$"' };
                if (vErrors === null) {
                  vErrors = [err175];
                } else {
                  vErrors.push(err175);
                }
                errors++;
              }
            } else {
              const err176 = { instancePath: instancePath + "/bootNetwork/" + i5, schemaPath: "#/allOf/7/then/properties/bootNetwork/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err176];
              } else {
                vErrors.push(err176);
              }
              errors++;
            }
          }
        } else {
          const err177 = { instancePath: instancePath + "/bootNetwork", schemaPath: "#/allOf/7/then/properties/bootNetwork/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          if (vErrors === null) {
            vErrors = [err177];
          } else {
            vErrors.push(err177);
          }
          errors++;
        }
      }
      if (data.offSeconds !== void 0) {
        let data82 = data.offSeconds;
        if (!(typeof data82 == "number" && (!(data82 % 1) && !isNaN(data82)) && isFinite(data82))) {
          const err178 = { instancePath: instancePath + "/offSeconds", schemaPath: "#/allOf/7/then/properties/offSeconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          if (vErrors === null) {
            vErrors = [err178];
          } else {
            vErrors.push(err178);
          }
          errors++;
        }
        if (typeof data82 == "number" && isFinite(data82)) {
          if (data82 > 600 || isNaN(data82)) {
            const err179 = { instancePath: instancePath + "/offSeconds", schemaPath: "#/allOf/7/then/properties/offSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 600 }, message: "must be <= 600" };
            if (vErrors === null) {
              vErrors = [err179];
            } else {
              vErrors.push(err179);
            }
            errors++;
          }
          if (data82 < 0 || isNaN(data82)) {
            const err180 = { instancePath: instancePath + "/offSeconds", schemaPath: "#/allOf/7/then/properties/offSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
            if (vErrors === null) {
              vErrors = [err180];
            } else {
              vErrors.push(err180);
            }
            errors++;
          }
        }
      }
      if (data.timeoutSeconds !== void 0) {
        let data83 = data.timeoutSeconds;
        if (!(typeof data83 == "number" && (!(data83 % 1) && !isNaN(data83)) && isFinite(data83))) {
          const err181 = { instancePath: instancePath + "/timeoutSeconds", schemaPath: "#/allOf/7/then/properties/timeoutSeconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          if (vErrors === null) {
            vErrors = [err181];
          } else {
            vErrors.push(err181);
          }
          errors++;
        }
        if (typeof data83 == "number" && isFinite(data83)) {
          if (data83 > 3600 || isNaN(data83)) {
            const err182 = { instancePath: instancePath + "/timeoutSeconds", schemaPath: "#/allOf/7/then/properties/timeoutSeconds/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
            if (vErrors === null) {
              vErrors = [err182];
            } else {
              vErrors.push(err182);
            }
            errors++;
          }
          if (data83 < 1 || isNaN(data83)) {
            const err183 = { instancePath: instancePath + "/timeoutSeconds", schemaPath: "#/allOf/7/then/properties/timeoutSeconds/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
            if (vErrors === null) {
              vErrors = [err183];
            } else {
              vErrors.push(err183);
            }
            errors++;
          }
        }
      }
      if (data.environment !== void 0) {
        let data84 = data.environment;
        if (data84 && typeof data84 == "object" && !Array.isArray(data84)) {
          for (const key7 in data84) {
            const _errs196 = errors;
            if (typeof key7 === "string") {
              if (!pattern56.test(key7)) {
                const err184 = { instancePath: instancePath + "/environment", schemaPath: "#/allOf/7/then/properties/environment/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', propertyName: key7 };
                if (vErrors === null) {
                  vErrors = [err184];
                } else {
                  vErrors.push(err184);
                }
                errors++;
              }
            }
            var valid53 = _errs196 === errors;
            if (!valid53) {
              const err185 = { instancePath: instancePath + "/environment", schemaPath: "#/allOf/7/then/properties/environment/propertyNames", keyword: "propertyNames", params: { propertyName: key7 }, message: "property name must be valid" };
              if (vErrors === null) {
                vErrors = [err185];
              } else {
                vErrors.push(err185);
              }
              errors++;
            }
          }
          for (const key8 in data84) {
            let data85 = data84[key8];
            if (typeof data85 !== "string" && !(data85 && typeof data85 == "object" && !Array.isArray(data85))) {
              const err186 = { instancePath: instancePath + "/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/allOf/7/then/properties/environment/additionalProperties/type", keyword: "type", params: { type: schema50.allOf[7].then.properties.environment.additionalProperties.type }, message: "must be string,object" };
              if (vErrors === null) {
                vErrors = [err186];
              } else {
                vErrors.push(err186);
              }
              errors++;
            }
            if (data85 && typeof data85 == "object" && !Array.isArray(data85)) {
              if (data85.secret === void 0) {
                const err187 = { instancePath: instancePath + "/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/allOf/7/then/properties/environment/additionalProperties/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
                if (vErrors === null) {
                  vErrors = [err187];
                } else {
                  vErrors.push(err187);
                }
                errors++;
              }
              for (const key9 in data85) {
                if (!(key9 === "secret" || key9 === "version")) {
                  const err188 = { instancePath: instancePath + "/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/allOf/7/then/properties/environment/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err188];
                  } else {
                    vErrors.push(err188);
                  }
                  errors++;
                }
              }
              if (data85.secret !== void 0) {
                let data86 = data85.secret;
                if (typeof data86 === "string") {
                  if (!pattern36.test(data86)) {
                    const err189 = { instancePath: instancePath + "/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/secret", schemaPath: "#/allOf/7/then/properties/environment/additionalProperties/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
                    if (vErrors === null) {
                      vErrors = [err189];
                    } else {
                      vErrors.push(err189);
                    }
                    errors++;
                  }
                } else {
                  const err190 = { instancePath: instancePath + "/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/secret", schemaPath: "#/allOf/7/then/properties/environment/additionalProperties/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err190];
                  } else {
                    vErrors.push(err190);
                  }
                  errors++;
                }
              }
              if (data85.version !== void 0) {
                let data87 = data85.version;
                if (!(typeof data87 == "number" && (!(data87 % 1) && !isNaN(data87)) && isFinite(data87))) {
                  const err191 = { instancePath: instancePath + "/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/allOf/7/then/properties/environment/additionalProperties/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                  if (vErrors === null) {
                    vErrors = [err191];
                  } else {
                    vErrors.push(err191);
                  }
                  errors++;
                }
                if (typeof data87 == "number" && isFinite(data87)) {
                  if (data87 > 999999999 || isNaN(data87)) {
                    const err192 = { instancePath: instancePath + "/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/allOf/7/then/properties/environment/additionalProperties/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
                    if (vErrors === null) {
                      vErrors = [err192];
                    } else {
                      vErrors.push(err192);
                    }
                    errors++;
                  }
                  if (data87 < 1 || isNaN(data87)) {
                    const err193 = { instancePath: instancePath + "/environment/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/version", schemaPath: "#/allOf/7/then/properties/environment/additionalProperties/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                    if (vErrors === null) {
                      vErrors = [err193];
                    } else {
                      vErrors.push(err193);
                    }
                    errors++;
                  }
                }
              }
            }
          }
        } else {
          const err194 = { instancePath: instancePath + "/environment", schemaPath: "#/allOf/7/then/properties/environment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
          if (vErrors === null) {
            vErrors = [err194];
          } else {
            vErrors.push(err194);
          }
          errors++;
        }
      }
    }
    var _valid7 = _errs169 === errors;
    valid40 = _valid7;
    if (valid40) {
      var props6 = {};
      props6.on = true;
      props6.off = true;
      props6.cycle = true;
      props6.status = true;
      props6.bootNetwork = true;
      props6.offSeconds = true;
      props6.timeoutSeconds = true;
      props6.environment = true;
      props6.method = true;
    }
  }
  if (!valid40) {
    const err195 = { instancePath, schemaPath: "#/allOf/7/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err195];
    } else {
      vErrors.push(err195);
    }
    errors++;
  }
  if (props0 !== true && props6 !== void 0) {
    if (props6 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props6);
    }
  }
  const _errs206 = errors;
  let valid56 = true;
  const _errs207 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing8;
    if (data.method === void 0 && (missing8 = "method")) {
      const err196 = {};
      if (vErrors === null) {
        vErrors = [err196];
      } else {
        vErrors.push(err196);
      }
      errors++;
    } else {
      if (data.method !== void 0) {
        if ("manual" !== data.method) {
          const err197 = {};
          if (vErrors === null) {
            vErrors = [err197];
          } else {
            vErrors.push(err197);
          }
          errors++;
        }
      }
    }
  }
  var _valid8 = _errs207 === errors;
  errors = _errs206;
  if (vErrors !== null) {
    if (_errs206) {
      vErrors.length = _errs206;
    } else {
      vErrors = null;
    }
  }
  if (_valid8) {
    const _errs209 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.message !== void 0) {
        let data89 = data.message;
        if (typeof data89 === "string") {
          if (func2(data89) < 1) {
            const err198 = { instancePath: instancePath + "/message", schemaPath: "#/allOf/8/then/properties/message/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            if (vErrors === null) {
              vErrors = [err198];
            } else {
              vErrors.push(err198);
            }
            errors++;
          }
        } else {
          const err199 = { instancePath: instancePath + "/message", schemaPath: "#/allOf/8/then/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err199];
          } else {
            vErrors.push(err199);
          }
          errors++;
        }
      }
    }
    var _valid8 = _errs209 === errors;
    valid56 = _valid8;
    if (valid56) {
      var props7 = {};
      props7.message = true;
      props7.method = true;
    }
  }
  if (!valid56) {
    const err200 = { instancePath, schemaPath: "#/allOf/8/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    if (vErrors === null) {
      vErrors = [err200];
    } else {
      vErrors.push(err200);
    }
    errors++;
  }
  if (props0 !== true && props7 !== void 0) {
    if (props7 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props7);
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.method === void 0) {
      const err201 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "method" }, message: "must have required property 'method'" };
      if (vErrors === null) {
        vErrors = [err201];
      } else {
        vErrors.push(err201);
      }
      errors++;
    }
    if (props0 !== true) {
      props0 = props0 || {};
      props0.method = true;
    }
    if (data.method !== void 0) {
      let data90 = data.method;
      if (!(data90 === "ssh" || data90 === "wol" || data90 === "redfish" || data90 === "ipmi" || data90 === "amt" || data90 === "http" || data90 === "command" || data90 === "manual")) {
        const err202 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/enum", keyword: "enum", params: { allowedValues: schema50.properties.method.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err202];
        } else {
          vErrors.push(err202);
        }
        errors++;
      }
    }
    if (props0 !== true) {
      for (const key10 in data) {
        if (!props0 || !Object.hasOwn(props0, key10)) {
          const err203 = { instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key10 }, message: "must NOT have unevaluated properties" };
          if (vErrors === null) {
            vErrors = [err203];
          } else {
            vErrors.push(err203);
          }
          errors++;
        }
      }
    }
  } else {
    const err204 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err204];
    } else {
      vErrors.push(err204);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!validate34(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
validate33.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "authorizedKeys")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.authorizedKeys !== void 0) {
      let data0 = data.authorizedKeys;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!pattern61.test(data1)) {
              const err1 = { instancePath: instancePath + "/authorizedKeys/" + i0, schemaPath: "#/$defs/sshKey/pattern", keyword: "pattern", params: { pattern: "^([^\\r\\n]{0,1024} )?(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com) [A-Za-z0-9+/]{16,8192}={0,3}( [^\\r\\n]{0,1024})?$" }, message: 'must match pattern "^([^\\r\\n]{0,1024} )?(ssh-(ed25519|rsa|dss)|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\\.com) [A-Za-z0-9+/]{16,8192}={0,3}( [^\\r\\n]{0,1024})?$"' };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
          } else {
            const err2 = { instancePath: instancePath + "/authorizedKeys/" + i0, schemaPath: "#/$defs/sshKey/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/authorizedKeys", schemaPath: "#/properties/authorizedKeys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.gateway !== void 0) {
      let data0 = data.gateway;
      if (typeof data0 === "string") {
        if (!formats0.test(data0)) {
          const err0 = { instancePath: instancePath + "/gateway", schemaPath: "#/$defs/ipv4/format", keyword: "format", params: { format: "ipv4" }, message: 'must match format "ipv4"' };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath: instancePath + "/gateway", schemaPath: "#/$defs/ipv4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.dns !== void 0) {
      let data1 = data.dns;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (!formats0.test(data2)) {
              const err2 = { instancePath: instancePath + "/dns/" + i0, schemaPath: "#/$defs/ipv4/format", keyword: "format", params: { format: "ipv4" }, message: 'must match format "ipv4"' };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
          } else {
            const err3 = { instancePath: instancePath + "/dns/" + i0, schemaPath: "#/$defs/ipv4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/dns", schemaPath: "#/properties/dns/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.ntp !== void 0) {
      let data3 = data.ntp;
      if (Array.isArray(data3)) {
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data4 = data3[i1];
          if (typeof data4 === "string") {
            if (func2(data4) > 253) {
              const err5 = { instancePath: instancePath + "/ntp/" + i1, schemaPath: "#/$defs/hostOrAddress/maxLength", keyword: "maxLength", params: { limit: 253 }, message: "must NOT have more than 253 characters" };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (!pattern5.test(data4)) {
              const err6 = { instancePath: instancePath + "/ntp/" + i1, schemaPath: "#/$defs/hostOrAddress/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"' };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/ntp/" + i1, schemaPath: "#/$defs/hostOrAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/ntp", schemaPath: "#/properties/ntp/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.vlan !== void 0) {
      let data5 = data.vlan;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err9 = { instancePath: instancePath + "/vlan", schemaPath: "#/properties/vlan/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 4094 || isNaN(data5)) {
          const err10 = { instancePath: instancePath + "/vlan", schemaPath: "#/properties/vlan/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4094 }, message: "must be <= 4094" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data5 < 1 || isNaN(data5)) {
          const err11 = { instancePath: instancePath + "/vlan", schemaPath: "#/properties/vlan/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.bond !== void 0) {
      let data6 = data.bond;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.mode === void 0) {
          const err12 = { instancePath: instancePath + "/bond", schemaPath: "#/properties/bond/required", keyword: "required", params: { missingProperty: "mode" }, message: "must have required property 'mode'" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        for (const key0 in data6) {
          if (!(key0 === "mode" || key0 === "macs" || key0 === "options")) {
            const err13 = { instancePath: instancePath + "/bond", schemaPath: "#/properties/bond/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data6.mode !== void 0) {
          let data7 = data6.mode;
          if (!(data7 === "active-backup" || data7 === "802.3ad" || data7 === "balance-rr" || data7 === "balance-xor" || data7 === "broadcast" || data7 === "balance-tlb" || data7 === "balance-alb")) {
            const err14 = { instancePath: instancePath + "/bond/mode", schemaPath: "#/properties/bond/properties/mode/enum", keyword: "enum", params: { allowedValues: schema32.properties.bond.properties.mode.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data6.macs !== void 0) {
          let data8 = data6.macs;
          if (Array.isArray(data8)) {
            if (data8.length < 1) {
              const err15 = { instancePath: instancePath + "/bond/macs", schemaPath: "#/properties/bond/properties/macs/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            const len2 = data8.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data9 = data8[i2];
              if (typeof data9 === "string") {
                if (!pattern6.test(data9)) {
                  const err16 = { instancePath: instancePath + "/bond/macs/" + i2, schemaPath: "#/$defs/mac/pattern", keyword: "pattern", params: { pattern: "^([0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{12})$" }, message: 'must match pattern "^([0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{12})$"' };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
              } else {
                const err17 = { instancePath: instancePath + "/bond/macs/" + i2, schemaPath: "#/$defs/mac/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
          } else {
            const err18 = { instancePath: instancePath + "/bond/macs", schemaPath: "#/properties/bond/properties/macs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data6.options !== void 0) {
          let data10 = data6.options;
          if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
            for (const key1 in data10) {
              const _errs27 = errors;
              if (typeof key1 === "string") {
                if (!pattern7.test(key1)) {
                  const err19 = { instancePath: instancePath + "/bond/options", schemaPath: "#/properties/bond/properties/options/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_]*$" }, message: 'must match pattern "^[a-z][a-z0-9_]*$"', propertyName: key1 };
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
              }
              var valid12 = _errs27 === errors;
              if (!valid12) {
                const err20 = { instancePath: instancePath + "/bond/options", schemaPath: "#/properties/bond/properties/options/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            for (const key2 in data10) {
              let data11 = data10[key2];
              if (typeof data11 !== "string" && !(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                const err21 = { instancePath: instancePath + "/bond/options/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/bond/properties/options/additionalProperties/type", keyword: "type", params: { type: schema32.properties.bond.properties.options.additionalProperties.type }, message: "must be string,integer" };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
              if (typeof data11 === "string") {
                if (!pattern8.test(data11)) {
                  const err22 = { instancePath: instancePath + "/bond/options/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/bond/properties/options/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^[^\\s,=;]+$" }, message: 'must match pattern "^[^\\s,=;]+$"' };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err23 = { instancePath: instancePath + "/bond/options", schemaPath: "#/properties/bond/properties/options/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
      } else {
        const err24 = { instancePath: instancePath + "/bond", schemaPath: "#/properties/bond/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.mtu !== void 0) {
      let data12 = data.mtu;
      if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
        const err25 = { instancePath: instancePath + "/mtu", schemaPath: "#/properties/mtu/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
      if (typeof data12 == "number" && isFinite(data12)) {
        if (data12 > 65535 || isNaN(data12)) {
          const err26 = { instancePath: instancePath + "/mtu", schemaPath: "#/properties/mtu/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        if (data12 < 576 || isNaN(data12)) {
          const err27 = { instancePath: instancePath + "/mtu", schemaPath: "#/properties/mtu/minimum", keyword: "minimum", params: { comparison: ">=", limit: 576 }, message: "must be >= 576" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      }
    }
    if (data.role !== void 0) {
      let data13 = data.role;
      if (!(data13 === "server" || data13 === "agent" || data13 === "none")) {
        const err28 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/role/enum", keyword: "enum", params: { allowedValues: schema37.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.labels !== void 0) {
      let data14 = data.labels;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        for (const key3 in data14) {
          const _errs38 = errors;
          if (typeof key3 === "string") {
            if (!pattern9.test(key3)) {
              const err29 = { instancePath: instancePath + "/labels", schemaPath: "#/$defs/labels/propertyNames/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$" }, message: 'must match pattern "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$"', propertyName: key3 };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          }
          var valid16 = _errs38 === errors;
          if (!valid16) {
            const err30 = { instancePath: instancePath + "/labels", schemaPath: "#/$defs/labels/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        for (const key4 in data14) {
          let data15 = data14[key4];
          if (typeof data15 === "string") {
            if (!pattern10.test(data15)) {
              const err31 = { instancePath: instancePath + "/labels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/labels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$" }, message: 'must match pattern "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$"' };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/labels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
      } else {
        const err33 = { instancePath: instancePath + "/labels", schemaPath: "#/$defs/labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.taints !== void 0) {
      let data16 = data.taints;
      if (Array.isArray(data16)) {
        const len3 = data16.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data17 = data16[i3];
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            if (data17.key === void 0) {
              const err34 = { instancePath: instancePath + "/taints/" + i3, schemaPath: "#/properties/taints/items/required", keyword: "required", params: { missingProperty: "key" }, message: "must have required property 'key'" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data17.effect === void 0) {
              const err35 = { instancePath: instancePath + "/taints/" + i3, schemaPath: "#/properties/taints/items/required", keyword: "required", params: { missingProperty: "effect" }, message: "must have required property 'effect'" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            for (const key5 in data17) {
              if (!(key5 === "key" || key5 === "value" || key5 === "effect")) {
                const err36 = { instancePath: instancePath + "/taints/" + i3, schemaPath: "#/properties/taints/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data17.key !== void 0) {
              let data18 = data17.key;
              if (typeof data18 === "string") {
                if (!pattern9.test(data18)) {
                  const err37 = { instancePath: instancePath + "/taints/" + i3 + "/key", schemaPath: "#/properties/taints/items/properties/key/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$" }, message: 'must match pattern "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$"' };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
              } else {
                const err38 = { instancePath: instancePath + "/taints/" + i3 + "/key", schemaPath: "#/properties/taints/items/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data17.value !== void 0) {
              let data19 = data17.value;
              if (typeof data19 === "string") {
                if (!pattern10.test(data19)) {
                  const err39 = { instancePath: instancePath + "/taints/" + i3 + "/value", schemaPath: "#/properties/taints/items/properties/value/pattern", keyword: "pattern", params: { pattern: "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$" }, message: 'must match pattern "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$"' };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
              } else {
                const err40 = { instancePath: instancePath + "/taints/" + i3 + "/value", schemaPath: "#/properties/taints/items/properties/value/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data17.effect !== void 0) {
              let data20 = data17.effect;
              if (!(data20 === "NoSchedule" || data20 === "PreferNoSchedule" || data20 === "NoExecute")) {
                const err41 = { instancePath: instancePath + "/taints/" + i3 + "/effect", schemaPath: "#/properties/taints/items/properties/effect/enum", keyword: "enum", params: { allowedValues: schema32.properties.taints.items.properties.effect.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
          } else {
            const err42 = { instancePath: instancePath + "/taints/" + i3, schemaPath: "#/properties/taints/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
      } else {
        const err43 = { instancePath: instancePath + "/taints", schemaPath: "#/properties/taints/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.installDisk !== void 0) {
      let data21 = data.installDisk;
      if (typeof data21 !== "string" && !(data21 && typeof data21 == "object" && !Array.isArray(data21))) {
        const err44 = { instancePath: instancePath + "/installDisk", schemaPath: "#/properties/installDisk/type", keyword: "type", params: { type: schema32.properties.installDisk.type }, message: "must be string,object" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
      if (typeof data21 === "string") {
        if (!pattern13.test(data21)) {
          const err45 = { instancePath: instancePath + "/installDisk", schemaPath: "#/properties/installDisk/pattern", keyword: "pattern", params: { pattern: "^/dev/[^\\s]+$" }, message: 'must match pattern "^/dev/[^\\s]+$"' };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
      }
      if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
        if (data21.device === void 0) {
          const err46 = { instancePath: instancePath + "/installDisk", schemaPath: "#/properties/installDisk/required", keyword: "required", params: { missingProperty: "device" }, message: "must have required property 'device'" };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
        for (const key6 in data21) {
          if (!(key6 === "device" || key6 === "keepPartitions")) {
            const err47 = { instancePath: instancePath + "/installDisk", schemaPath: "#/properties/installDisk/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
        }
        if (data21.device !== void 0) {
          let data22 = data21.device;
          if (typeof data22 === "string") {
            if (!pattern13.test(data22)) {
              const err48 = { instancePath: instancePath + "/installDisk/device", schemaPath: "#/$defs/device/pattern", keyword: "pattern", params: { pattern: "^/dev/[^\\s]+$" }, message: 'must match pattern "^/dev/[^\\s]+$"' };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
          } else {
            const err49 = { instancePath: instancePath + "/installDisk/device", schemaPath: "#/$defs/device/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
        }
        if (data21.keepPartitions !== void 0) {
          let data23 = data21.keepPartitions;
          if (Array.isArray(data23)) {
            const len4 = data23.length;
            for (let i4 = 0; i4 < len4; i4++) {
              let data24 = data23[i4];
              if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                if (Object.keys(data24).length > 1) {
                  const err50 = { instancePath: instancePath + "/installDisk/keepPartitions/" + i4, schemaPath: "#/properties/installDisk/properties/keepPartitions/items/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
                if (Object.keys(data24).length < 1) {
                  const err51 = { instancePath: instancePath + "/installDisk/keepPartitions/" + i4, schemaPath: "#/properties/installDisk/properties/keepPartitions/items/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
                for (const key7 in data24) {
                  if (!(key7 === "label" || key7 === "index")) {
                    const err52 = { instancePath: instancePath + "/installDisk/keepPartitions/" + i4, schemaPath: "#/properties/installDisk/properties/keepPartitions/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err52];
                    } else {
                      vErrors.push(err52);
                    }
                    errors++;
                  }
                }
                if (data24.label !== void 0) {
                  let data25 = data24.label;
                  if (typeof data25 === "string") {
                    if (!pattern15.test(data25)) {
                      const err53 = { instancePath: instancePath + "/installDisk/keepPartitions/" + i4 + "/label", schemaPath: "#/properties/installDisk/properties/keepPartitions/items/properties/label/pattern", keyword: "pattern", params: { pattern: "^[^\\s,]{1,36}$" }, message: 'must match pattern "^[^\\s,]{1,36}$"' };
                      if (vErrors === null) {
                        vErrors = [err53];
                      } else {
                        vErrors.push(err53);
                      }
                      errors++;
                    }
                  } else {
                    const err54 = { instancePath: instancePath + "/installDisk/keepPartitions/" + i4 + "/label", schemaPath: "#/properties/installDisk/properties/keepPartitions/items/properties/label/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err54];
                    } else {
                      vErrors.push(err54);
                    }
                    errors++;
                  }
                }
                if (data24.index !== void 0) {
                  let data26 = data24.index;
                  if (!(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26)) && typeof data26 !== "string") {
                    const err55 = { instancePath: instancePath + "/installDisk/keepPartitions/" + i4 + "/index", schemaPath: "#/properties/installDisk/properties/keepPartitions/items/properties/index/type", keyword: "type", params: { type: schema32.properties.installDisk.properties.keepPartitions.items.properties.index.type }, message: "must be integer,string" };
                    if (vErrors === null) {
                      vErrors = [err55];
                    } else {
                      vErrors.push(err55);
                    }
                    errors++;
                  }
                  if (typeof data26 == "number" && isFinite(data26)) {
                    if (data26 > 128 || isNaN(data26)) {
                      const err56 = { instancePath: instancePath + "/installDisk/keepPartitions/" + i4 + "/index", schemaPath: "#/properties/installDisk/properties/keepPartitions/items/properties/index/maximum", keyword: "maximum", params: { comparison: "<=", limit: 128 }, message: "must be <= 128" };
                      if (vErrors === null) {
                        vErrors = [err56];
                      } else {
                        vErrors.push(err56);
                      }
                      errors++;
                    }
                    if (data26 < 1 || isNaN(data26)) {
                      const err57 = { instancePath: instancePath + "/installDisk/keepPartitions/" + i4 + "/index", schemaPath: "#/properties/installDisk/properties/keepPartitions/items/properties/index/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                      if (vErrors === null) {
                        vErrors = [err57];
                      } else {
                        vErrors.push(err57);
                      }
                      errors++;
                    }
                  }
                  if (typeof data26 === "string") {
                    if (!pattern16.test(data26)) {
                      const err58 = { instancePath: instancePath + "/installDisk/keepPartitions/" + i4 + "/index", schemaPath: "#/properties/installDisk/properties/keepPartitions/items/properties/index/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]{0,2}(-[1-9][0-9]{0,2})?$" }, message: 'must match pattern "^[1-9][0-9]{0,2}(-[1-9][0-9]{0,2})?$"' };
                      if (vErrors === null) {
                        vErrors = [err58];
                      } else {
                        vErrors.push(err58);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err59 = { instancePath: instancePath + "/installDisk/keepPartitions/" + i4, schemaPath: "#/properties/installDisk/properties/keepPartitions/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
            }
          } else {
            const err60 = { instancePath: instancePath + "/installDisk/keepPartitions", schemaPath: "#/properties/installDisk/properties/keepPartitions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err60];
            } else {
              vErrors.push(err60);
            }
            errors++;
          }
        }
      }
    }
    if (data.extraDisks !== void 0) {
      let data27 = data.extraDisks;
      if (Array.isArray(data27)) {
        const len5 = data27.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data28 = data27[i5];
          if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
            if (data28.device === void 0) {
              const err61 = { instancePath: instancePath + "/extraDisks/" + i5, schemaPath: "#/properties/extraDisks/items/required", keyword: "required", params: { missingProperty: "device" }, message: "must have required property 'device'" };
              if (vErrors === null) {
                vErrors = [err61];
              } else {
                vErrors.push(err61);
              }
              errors++;
            }
            if (data28.label === void 0) {
              const err62 = { instancePath: instancePath + "/extraDisks/" + i5, schemaPath: "#/properties/extraDisks/items/required", keyword: "required", params: { missingProperty: "label" }, message: "must have required property 'label'" };
              if (vErrors === null) {
                vErrors = [err62];
              } else {
                vErrors.push(err62);
              }
              errors++;
            }
            for (const key8 in data28) {
              if (!(key8 === "device" || key8 === "filesystem" || key8 === "label" || key8 === "mount" || key8 === "wipe")) {
                const err63 = { instancePath: instancePath + "/extraDisks/" + i5, schemaPath: "#/properties/extraDisks/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err63];
                } else {
                  vErrors.push(err63);
                }
                errors++;
              }
            }
            if (data28.device !== void 0) {
              let data29 = data28.device;
              if (typeof data29 === "string") {
                if (!pattern13.test(data29)) {
                  const err64 = { instancePath: instancePath + "/extraDisks/" + i5 + "/device", schemaPath: "#/$defs/device/pattern", keyword: "pattern", params: { pattern: "^/dev/[^\\s]+$" }, message: 'must match pattern "^/dev/[^\\s]+$"' };
                  if (vErrors === null) {
                    vErrors = [err64];
                  } else {
                    vErrors.push(err64);
                  }
                  errors++;
                }
              } else {
                const err65 = { instancePath: instancePath + "/extraDisks/" + i5 + "/device", schemaPath: "#/$defs/device/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err65];
                } else {
                  vErrors.push(err65);
                }
                errors++;
              }
            }
            if (data28.filesystem !== void 0) {
              let data30 = data28.filesystem;
              if (!(data30 === "xfs" || data30 === "ext4" || data30 === "btrfs")) {
                const err66 = { instancePath: instancePath + "/extraDisks/" + i5 + "/filesystem", schemaPath: "#/properties/extraDisks/items/properties/filesystem/enum", keyword: "enum", params: { allowedValues: schema32.properties.extraDisks.items.properties.filesystem.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err66];
                } else {
                  vErrors.push(err66);
                }
                errors++;
              }
            }
            if (data28.label !== void 0) {
              let data31 = data28.label;
              if (typeof data31 === "string") {
                if (!pattern18.test(data31)) {
                  const err67 = { instancePath: instancePath + "/extraDisks/" + i5 + "/label", schemaPath: "#/properties/extraDisks/items/properties/label/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._-]{1,255}$" }, message: 'must match pattern "^[A-Za-z0-9._-]{1,255}$"' };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
              } else {
                const err68 = { instancePath: instancePath + "/extraDisks/" + i5 + "/label", schemaPath: "#/properties/extraDisks/items/properties/label/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err68];
                } else {
                  vErrors.push(err68);
                }
                errors++;
              }
            }
            if (data28.mount !== void 0) {
              let data32 = data28.mount;
              if (typeof data32 === "string") {
                if (!pattern19.test(data32)) {
                  const err69 = { instancePath: instancePath + "/extraDisks/" + i5 + "/mount", schemaPath: "#/properties/extraDisks/items/properties/mount/pattern", keyword: "pattern", params: { pattern: "^/[^\\s]*$" }, message: 'must match pattern "^/[^\\s]*$"' };
                  if (vErrors === null) {
                    vErrors = [err69];
                  } else {
                    vErrors.push(err69);
                  }
                  errors++;
                }
              } else {
                const err70 = { instancePath: instancePath + "/extraDisks/" + i5 + "/mount", schemaPath: "#/properties/extraDisks/items/properties/mount/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err70];
                } else {
                  vErrors.push(err70);
                }
                errors++;
              }
            }
            if (data28.wipe !== void 0) {
              if (typeof data28.wipe !== "boolean") {
                const err71 = { instancePath: instancePath + "/extraDisks/" + i5 + "/wipe", schemaPath: "#/properties/extraDisks/items/properties/wipe/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err71];
                } else {
                  vErrors.push(err71);
                }
                errors++;
              }
            }
          } else {
            const err72 = { instancePath: instancePath + "/extraDisks/" + i5, schemaPath: "#/properties/extraDisks/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err72];
            } else {
              vErrors.push(err72);
            }
            errors++;
          }
        }
      } else {
        const err73 = { instancePath: instancePath + "/extraDisks", schemaPath: "#/properties/extraDisks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err73];
        } else {
          vErrors.push(err73);
        }
        errors++;
      }
    }
    if (data.kernelArguments !== void 0) {
      let data34 = data.kernelArguments;
      if (Array.isArray(data34)) {
        const len6 = data34.length;
        for (let i6 = 0; i6 < len6; i6++) {
          let data35 = data34[i6];
          if (typeof data35 === "string") {
            if (!pattern20.test(data35)) {
              const err74 = { instancePath: instancePath + "/kernelArguments/" + i6, schemaPath: "#/$defs/kernelArgument/pattern", keyword: "pattern", params: { pattern: "^[^\\s]+$" }, message: 'must match pattern "^[^\\s]+$"' };
              if (vErrors === null) {
                vErrors = [err74];
              } else {
                vErrors.push(err74);
              }
              errors++;
            }
          } else {
            const err75 = { instancePath: instancePath + "/kernelArguments/" + i6, schemaPath: "#/$defs/kernelArgument/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err75];
            } else {
              vErrors.push(err75);
            }
            errors++;
          }
        }
      } else {
        const err76 = { instancePath: instancePath + "/kernelArguments", schemaPath: "#/properties/kernelArguments/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err76];
        } else {
          vErrors.push(err76);
        }
        errors++;
      }
    }
    if (data.console !== void 0) {
      let data36 = data.console;
      if (Array.isArray(data36)) {
        const len7 = data36.length;
        for (let i7 = 0; i7 < len7; i7++) {
          let data37 = data36[i7];
          if (typeof data37 === "string") {
            if (!pattern21.test(data37)) {
              const err77 = { instancePath: instancePath + "/console/" + i7, schemaPath: "#/properties/console/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9]*(,[A-Za-z0-9]+)*$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9]*(,[A-Za-z0-9]+)*$"' };
              if (vErrors === null) {
                vErrors = [err77];
              } else {
                vErrors.push(err77);
              }
              errors++;
            }
          } else {
            const err78 = { instancePath: instancePath + "/console/" + i7, schemaPath: "#/properties/console/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err78];
            } else {
              vErrors.push(err78);
            }
            errors++;
          }
        }
      } else {
        const err79 = { instancePath: instancePath + "/console", schemaPath: "#/properties/console/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err79];
        } else {
          vErrors.push(err79);
        }
        errors++;
      }
    }
    if (data.installer !== void 0) {
      let data38 = data.installer;
      if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
        for (const key9 in data38) {
          if (!func1.call(schema32.properties.installer.properties, key9)) {
            const err80 = { instancePath: instancePath + "/installer", schemaPath: "#/properties/installer/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err80];
            } else {
              vErrors.push(err80);
            }
            errors++;
          }
        }
        if (data38.mode !== void 0) {
          let data39 = data38.mode;
          if (!(data39 === "install" || data39 === "live")) {
            const err81 = { instancePath: instancePath + "/installer/mode", schemaPath: "#/properties/installer/properties/mode/enum", keyword: "enum", params: { allowedValues: schema32.properties.installer.properties.mode.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err81];
            } else {
              vErrors.push(err81);
            }
            errors++;
          }
        }
        if (data38.source !== void 0) {
          let data40 = data38.source;
          if (!(data40 === "osmet" || data40 === "metalImage")) {
            const err82 = { instancePath: instancePath + "/installer/source", schemaPath: "#/properties/installer/properties/source/enum", keyword: "enum", params: { allowedValues: schema32.properties.installer.properties.source.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err82];
            } else {
              vErrors.push(err82);
            }
            errors++;
          }
        }
        if (data38.insecure !== void 0) {
          if (typeof data38.insecure !== "boolean") {
            const err83 = { instancePath: instancePath + "/installer/insecure", schemaPath: "#/properties/installer/properties/insecure/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err83];
            } else {
              vErrors.push(err83);
            }
            errors++;
          }
        }
        if (data38.ignitionFirstboot !== void 0) {
          if (typeof data38.ignitionFirstboot !== "boolean") {
            const err84 = { instancePath: instancePath + "/installer/ignitionFirstboot", schemaPath: "#/properties/installer/properties/ignitionFirstboot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err84];
            } else {
              vErrors.push(err84);
            }
            errors++;
          }
        }
        if (data38.ignitionUrl !== void 0) {
          let data43 = data38.ignitionUrl;
          if (typeof data43 === "string") {
            if (!pattern22.test(data43)) {
              const err85 = { instancePath: instancePath + "/installer/ignitionUrl", schemaPath: "#/properties/installer/properties/ignitionUrl/pattern", keyword: "pattern", params: { pattern: "^(gate|https?://[^\\s]+)$" }, message: 'must match pattern "^(gate|https?://[^\\s]+)$"' };
              if (vErrors === null) {
                vErrors = [err85];
              } else {
                vErrors.push(err85);
              }
              errors++;
            }
          } else {
            const err86 = { instancePath: instancePath + "/installer/ignitionUrl", schemaPath: "#/properties/installer/properties/ignitionUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err86];
            } else {
              vErrors.push(err86);
            }
            errors++;
          }
        }
        if (data38.urls !== void 0) {
          let data44 = data38.urls;
          if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
            for (const key10 in data44) {
              if (!(key10 === "kernel" || key10 === "initramfs" || key10 === "rootfs" || key10 === "metalImage")) {
                const err87 = { instancePath: instancePath + "/installer/urls", schemaPath: "#/properties/installer/properties/urls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err87];
                } else {
                  vErrors.push(err87);
                }
                errors++;
              }
            }
            if (data44.kernel !== void 0) {
              let data45 = data44.kernel;
              if (typeof data45 === "string") {
                if (!pattern23.test(data45)) {
                  const err88 = { instancePath: instancePath + "/installer/urls/kernel", schemaPath: "#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
              } else {
                const err89 = { instancePath: instancePath + "/installer/urls/kernel", schemaPath: "#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err89];
                } else {
                  vErrors.push(err89);
                }
                errors++;
              }
            }
            if (data44.initramfs !== void 0) {
              let data46 = data44.initramfs;
              if (typeof data46 === "string") {
                if (!pattern23.test(data46)) {
                  const err90 = { instancePath: instancePath + "/installer/urls/initramfs", schemaPath: "#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
                  if (vErrors === null) {
                    vErrors = [err90];
                  } else {
                    vErrors.push(err90);
                  }
                  errors++;
                }
              } else {
                const err91 = { instancePath: instancePath + "/installer/urls/initramfs", schemaPath: "#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err91];
                } else {
                  vErrors.push(err91);
                }
                errors++;
              }
            }
            if (data44.rootfs !== void 0) {
              let data47 = data44.rootfs;
              if (typeof data47 === "string") {
                if (!pattern23.test(data47)) {
                  const err92 = { instancePath: instancePath + "/installer/urls/rootfs", schemaPath: "#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
                  if (vErrors === null) {
                    vErrors = [err92];
                  } else {
                    vErrors.push(err92);
                  }
                  errors++;
                }
              } else {
                const err93 = { instancePath: instancePath + "/installer/urls/rootfs", schemaPath: "#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err93];
                } else {
                  vErrors.push(err93);
                }
                errors++;
              }
            }
            if (data44.metalImage !== void 0) {
              let data48 = data44.metalImage;
              if (typeof data48 === "string") {
                if (!pattern23.test(data48)) {
                  const err94 = { instancePath: instancePath + "/installer/urls/metalImage", schemaPath: "#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
                  if (vErrors === null) {
                    vErrors = [err94];
                  } else {
                    vErrors.push(err94);
                  }
                  errors++;
                }
              } else {
                const err95 = { instancePath: instancePath + "/installer/urls/metalImage", schemaPath: "#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err95];
                } else {
                  vErrors.push(err95);
                }
                errors++;
              }
            }
          } else {
            const err96 = { instancePath: instancePath + "/installer/urls", schemaPath: "#/properties/installer/properties/urls/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err96];
            } else {
              vErrors.push(err96);
            }
            errors++;
          }
        }
        if (data38.networkArguments !== void 0) {
          let data49 = data38.networkArguments;
          if (Array.isArray(data49)) {
            const len8 = data49.length;
            for (let i8 = 0; i8 < len8; i8++) {
              let data50 = data49[i8];
              if (typeof data50 === "string") {
                if (!pattern20.test(data50)) {
                  const err97 = { instancePath: instancePath + "/installer/networkArguments/" + i8, schemaPath: "#/$defs/kernelArgument/pattern", keyword: "pattern", params: { pattern: "^[^\\s]+$" }, message: 'must match pattern "^[^\\s]+$"' };
                  if (vErrors === null) {
                    vErrors = [err97];
                  } else {
                    vErrors.push(err97);
                  }
                  errors++;
                }
              } else {
                const err98 = { instancePath: instancePath + "/installer/networkArguments/" + i8, schemaPath: "#/$defs/kernelArgument/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err98];
                } else {
                  vErrors.push(err98);
                }
                errors++;
              }
            }
          } else {
            const err99 = { instancePath: instancePath + "/installer/networkArguments", schemaPath: "#/properties/installer/properties/networkArguments/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err99];
            } else {
              vErrors.push(err99);
            }
            errors++;
          }
        }
        if (data38.liveArguments !== void 0) {
          let data51 = data38.liveArguments;
          if (Array.isArray(data51)) {
            const len9 = data51.length;
            for (let i9 = 0; i9 < len9; i9++) {
              let data52 = data51[i9];
              if (typeof data52 === "string") {
                if (!pattern20.test(data52)) {
                  const err100 = { instancePath: instancePath + "/installer/liveArguments/" + i9, schemaPath: "#/$defs/kernelArgument/pattern", keyword: "pattern", params: { pattern: "^[^\\s]+$" }, message: 'must match pattern "^[^\\s]+$"' };
                  if (vErrors === null) {
                    vErrors = [err100];
                  } else {
                    vErrors.push(err100);
                  }
                  errors++;
                }
              } else {
                const err101 = { instancePath: instancePath + "/installer/liveArguments/" + i9, schemaPath: "#/$defs/kernelArgument/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err101];
                } else {
                  vErrors.push(err101);
                }
                errors++;
              }
            }
          } else {
            const err102 = { instancePath: instancePath + "/installer/liveArguments", schemaPath: "#/properties/installer/properties/liveArguments/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err102];
            } else {
              vErrors.push(err102);
            }
            errors++;
          }
        }
        if (data38.initrdName !== void 0) {
          let data53 = data38.initrdName;
          if (typeof data53 === "string") {
            if (!pattern29.test(data53)) {
              const err103 = { instancePath: instancePath + "/installer/initrdName", schemaPath: "#/properties/installer/properties/initrdName/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]*$"' };
              if (vErrors === null) {
                vErrors = [err103];
              } else {
                vErrors.push(err103);
              }
              errors++;
            }
          } else {
            const err104 = { instancePath: instancePath + "/installer/initrdName", schemaPath: "#/properties/installer/properties/initrdName/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err104];
            } else {
              vErrors.push(err104);
            }
            errors++;
          }
        }
      } else {
        const err105 = { instancePath: instancePath + "/installer", schemaPath: "#/properties/installer/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err105];
        } else {
          vErrors.push(err105);
        }
        errors++;
      }
    }
    if (data.overlays !== void 0) {
      if (!validate22(data.overlays, { instancePath: instancePath + "/overlays", parentData: data, parentDataProperty: "overlays", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.localBoot !== void 0) {
      let data55 = data.localBoot;
      if (!(data55 === "exit" || data55 === "exitError" || data55 === "sanboot" || data55 === "poweroff")) {
        const err106 = { instancePath: instancePath + "/localBoot", schemaPath: "#/properties/localBoot/enum", keyword: "enum", params: { allowedValues: schema32.properties.localBoot.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err106];
        } else {
          vErrors.push(err106);
        }
        errors++;
      }
    }
    if (data.power !== void 0) {
      let data56 = data.power;
      if (Array.isArray(data56)) {
        const len10 = data56.length;
        for (let i10 = 0; i10 < len10; i10++) {
          if (!validate24(data56[i10], { instancePath: instancePath + "/power/" + i10, parentData: data56, parentDataProperty: i10, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err107 = { instancePath: instancePath + "/power", schemaPath: "#/properties/power/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err107];
        } else {
          vErrors.push(err107);
        }
        errors++;
      }
    }
    if (data.architecture !== void 0) {
      let data58 = data.architecture;
      if (!(data58 === "x86_64" || data58 === "aarch64")) {
        const err108 = { instancePath: instancePath + "/architecture", schemaPath: "#/properties/architecture/enum", keyword: "enum", params: { allowedValues: schema32.properties.architecture.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err108];
        } else {
          vErrors.push(err108);
        }
        errors++;
      }
    }
    if (data.coreos !== void 0) {
      let data59 = data.coreos;
      if (data59 && typeof data59 == "object" && !Array.isArray(data59)) {
        for (const key11 in data59) {
          if (!(key11 === "stream" || key11 === "version")) {
            const err109 = { instancePath: instancePath + "/coreos", schemaPath: "#/$defs/coreos/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err109];
            } else {
              vErrors.push(err109);
            }
            errors++;
          }
        }
        if (data59.stream !== void 0) {
          let data60 = data59.stream;
          if (typeof data60 === "string") {
            if (!pattern58.test(data60)) {
              const err110 = { instancePath: instancePath + "/coreos/stream", schemaPath: "#/$defs/coreos/properties/stream/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" }, message: 'must match pattern "^[a-z][a-z0-9-]*$"' };
              if (vErrors === null) {
                vErrors = [err110];
              } else {
                vErrors.push(err110);
              }
              errors++;
            }
          } else {
            const err111 = { instancePath: instancePath + "/coreos/stream", schemaPath: "#/$defs/coreos/properties/stream/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err111];
            } else {
              vErrors.push(err111);
            }
            errors++;
          }
        }
        if (data59.version !== void 0) {
          let data61 = data59.version;
          if (typeof data61 === "string") {
            if (!pattern59.test(data61)) {
              const err112 = { instancePath: instancePath + "/coreos/version", schemaPath: "#/$defs/coreos/properties/version/pattern", keyword: "pattern", params: { pattern: "^[0-9]+\\.[0-9]{8}\\.[0-9]+\\.[0-9]+$" }, message: 'must match pattern "^[0-9]+\\.[0-9]{8}\\.[0-9]+\\.[0-9]+$"' };
              if (vErrors === null) {
                vErrors = [err112];
              } else {
                vErrors.push(err112);
              }
              errors++;
            }
          } else {
            const err113 = { instancePath: instancePath + "/coreos/version", schemaPath: "#/$defs/coreos/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err113];
            } else {
              vErrors.push(err113);
            }
            errors++;
          }
        }
      } else {
        const err114 = { instancePath: instancePath + "/coreos", schemaPath: "#/$defs/coreos/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err114];
        } else {
          vErrors.push(err114);
        }
        errors++;
      }
    }
    if (data.users !== void 0) {
      if (!validate33(data.users, { instancePath: instancePath + "/users", parentData: data, parentDataProperty: "users", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
        errors = vErrors.length;
      }
    }
    if (data.ssh !== void 0) {
      if (!validate37(data.ssh, { instancePath: instancePath + "/ssh", parentData: data, parentDataProperty: "ssh", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
        errors = vErrors.length;
      }
    }
    if (data.updates !== void 0) {
      let data64 = data.updates;
      if (data64 && typeof data64 == "object" && !Array.isArray(data64)) {
        for (const key12 in data64) {
          if (!(key12 === "strategy" || key12 === "windows")) {
            const err115 = { instancePath: instancePath + "/updates", schemaPath: "#/$defs/updates/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err115];
            } else {
              vErrors.push(err115);
            }
            errors++;
          }
        }
        if (data64.strategy !== void 0) {
          let data65 = data64.strategy;
          if (!(data65 === "windows" || data65 === "immediate" || data65 === "off")) {
            const err116 = { instancePath: instancePath + "/updates/strategy", schemaPath: "#/$defs/updates/properties/strategy/enum", keyword: "enum", params: { allowedValues: schema72.properties.strategy.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err116];
            } else {
              vErrors.push(err116);
            }
            errors++;
          }
        }
        if (data64.windows !== void 0) {
          let data66 = data64.windows;
          if (Array.isArray(data66)) {
            const len11 = data66.length;
            for (let i11 = 0; i11 < len11; i11++) {
              let data67 = data66[i11];
              if (data67 && typeof data67 == "object" && !Array.isArray(data67)) {
                if (data67.days === void 0) {
                  const err117 = { instancePath: instancePath + "/updates/windows/" + i11, schemaPath: "#/$defs/updates/properties/windows/items/required", keyword: "required", params: { missingProperty: "days" }, message: "must have required property 'days'" };
                  if (vErrors === null) {
                    vErrors = [err117];
                  } else {
                    vErrors.push(err117);
                  }
                  errors++;
                }
                if (data67.start === void 0) {
                  const err118 = { instancePath: instancePath + "/updates/windows/" + i11, schemaPath: "#/$defs/updates/properties/windows/items/required", keyword: "required", params: { missingProperty: "start" }, message: "must have required property 'start'" };
                  if (vErrors === null) {
                    vErrors = [err118];
                  } else {
                    vErrors.push(err118);
                  }
                  errors++;
                }
                if (data67.lengthMinutes === void 0) {
                  const err119 = { instancePath: instancePath + "/updates/windows/" + i11, schemaPath: "#/$defs/updates/properties/windows/items/required", keyword: "required", params: { missingProperty: "lengthMinutes" }, message: "must have required property 'lengthMinutes'" };
                  if (vErrors === null) {
                    vErrors = [err119];
                  } else {
                    vErrors.push(err119);
                  }
                  errors++;
                }
                for (const key13 in data67) {
                  if (!(key13 === "days" || key13 === "start" || key13 === "lengthMinutes")) {
                    const err120 = { instancePath: instancePath + "/updates/windows/" + i11, schemaPath: "#/$defs/updates/properties/windows/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err120];
                    } else {
                      vErrors.push(err120);
                    }
                    errors++;
                  }
                }
                if (data67.days !== void 0) {
                  let data68 = data67.days;
                  if (Array.isArray(data68)) {
                    if (data68.length < 1) {
                      const err121 = { instancePath: instancePath + "/updates/windows/" + i11 + "/days", schemaPath: "#/$defs/updates/properties/windows/items/properties/days/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err121];
                      } else {
                        vErrors.push(err121);
                      }
                      errors++;
                    }
                    const len12 = data68.length;
                    for (let i12 = 0; i12 < len12; i12++) {
                      let data69 = data68[i12];
                      if (!(data69 === "Mon" || data69 === "Tue" || data69 === "Wed" || data69 === "Thu" || data69 === "Fri" || data69 === "Sat" || data69 === "Sun")) {
                        const err122 = { instancePath: instancePath + "/updates/windows/" + i11 + "/days/" + i12, schemaPath: "#/$defs/updates/properties/windows/items/properties/days/items/enum", keyword: "enum", params: { allowedValues: schema72.properties.windows.items.properties.days.items.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err122];
                        } else {
                          vErrors.push(err122);
                        }
                        errors++;
                      }
                    }
                    let i13 = data68.length;
                    let j0;
                    if (i13 > 1) {
                      outer0:
                        for (; i13--; ) {
                          for (j0 = i13; j0--; ) {
                            if (func0(data68[i13], data68[j0])) {
                              const err123 = { instancePath: instancePath + "/updates/windows/" + i11 + "/days", schemaPath: "#/$defs/updates/properties/windows/items/properties/days/uniqueItems", keyword: "uniqueItems", params: { i: i13, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i13 + " are identical)" };
                              if (vErrors === null) {
                                vErrors = [err123];
                              } else {
                                vErrors.push(err123);
                              }
                              errors++;
                              break outer0;
                            }
                          }
                        }
                    }
                  } else {
                    const err124 = { instancePath: instancePath + "/updates/windows/" + i11 + "/days", schemaPath: "#/$defs/updates/properties/windows/items/properties/days/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err124];
                    } else {
                      vErrors.push(err124);
                    }
                    errors++;
                  }
                }
                if (data67.start !== void 0) {
                  let data70 = data67.start;
                  if (typeof data70 === "string") {
                    if (!pattern65.test(data70)) {
                      const err125 = { instancePath: instancePath + "/updates/windows/" + i11 + "/start", schemaPath: "#/$defs/updates/properties/windows/items/properties/start/pattern", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, message: 'must match pattern "^([01][0-9]|2[0-3]):[0-5][0-9]$"' };
                      if (vErrors === null) {
                        vErrors = [err125];
                      } else {
                        vErrors.push(err125);
                      }
                      errors++;
                    }
                  } else {
                    const err126 = { instancePath: instancePath + "/updates/windows/" + i11 + "/start", schemaPath: "#/$defs/updates/properties/windows/items/properties/start/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err126];
                    } else {
                      vErrors.push(err126);
                    }
                    errors++;
                  }
                }
                if (data67.lengthMinutes !== void 0) {
                  let data71 = data67.lengthMinutes;
                  if (!(typeof data71 == "number" && (!(data71 % 1) && !isNaN(data71)) && isFinite(data71))) {
                    const err127 = { instancePath: instancePath + "/updates/windows/" + i11 + "/lengthMinutes", schemaPath: "#/$defs/updates/properties/windows/items/properties/lengthMinutes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err127];
                    } else {
                      vErrors.push(err127);
                    }
                    errors++;
                  }
                  if (typeof data71 == "number" && isFinite(data71)) {
                    if (data71 > 10080 || isNaN(data71)) {
                      const err128 = { instancePath: instancePath + "/updates/windows/" + i11 + "/lengthMinutes", schemaPath: "#/$defs/updates/properties/windows/items/properties/lengthMinutes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10080 }, message: "must be <= 10080" };
                      if (vErrors === null) {
                        vErrors = [err128];
                      } else {
                        vErrors.push(err128);
                      }
                      errors++;
                    }
                    if (data71 < 1 || isNaN(data71)) {
                      const err129 = { instancePath: instancePath + "/updates/windows/" + i11 + "/lengthMinutes", schemaPath: "#/$defs/updates/properties/windows/items/properties/lengthMinutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                      if (vErrors === null) {
                        vErrors = [err129];
                      } else {
                        vErrors.push(err129);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err130 = { instancePath: instancePath + "/updates/windows/" + i11, schemaPath: "#/$defs/updates/properties/windows/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err130];
                } else {
                  vErrors.push(err130);
                }
                errors++;
              }
            }
          } else {
            const err131 = { instancePath: instancePath + "/updates/windows", schemaPath: "#/$defs/updates/properties/windows/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err131];
            } else {
              vErrors.push(err131);
            }
            errors++;
          }
        }
      } else {
        const err132 = { instancePath: instancePath + "/updates", schemaPath: "#/$defs/updates/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err132];
        } else {
          vErrors.push(err132);
        }
        errors++;
      }
    }
    if (data.timezone !== void 0) {
      let data72 = data.timezone;
      if (typeof data72 === "string") {
        if (!pattern66.test(data72)) {
          const err133 = { instancePath: instancePath + "/timezone", schemaPath: "#/$defs/timezone/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$" }, message: 'must match pattern "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$"' };
          if (vErrors === null) {
            vErrors = [err133];
          } else {
            vErrors.push(err133);
          }
          errors++;
        }
      } else {
        const err134 = { instancePath: instancePath + "/timezone", schemaPath: "#/$defs/timezone/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err134];
        } else {
          vErrors.push(err134);
        }
        errors++;
      }
    }
  } else {
    const err135 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err135];
    } else {
      vErrors.push(err135);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": { "gateway": true, "dns": true, "ntp": true, "vlan": true, "bond": true, "mtu": true, "role": true, "labels": true, "taints": true, "installDisk": true, "extraDisks": true, "kernelArguments": true, "console": true, "installer": true, "overlays": true, "localBoot": true, "power": true, "architecture": true, "coreos": true, "users": true, "ssh": true, "updates": true, "timezone": true }, "dynamicProps": false, "dynamicItems": false };
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate50.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 !== "string" && !(data0 && typeof data0 == "object" && !Array.isArray(data0))) {
        const err0 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/overlay/type", keyword: "type", params: { type: schema49.type }, message: "must be string,object" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (typeof data0 === "string") {
        if (!pattern30.test(data0)) {
          const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/overlay/pattern", keyword: "pattern", params: { pattern: "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$" }, message: 'must match pattern "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$"' };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.file === void 0) {
          const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/overlay/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        for (const key0 in data0) {
          if (!(key0 === "file" || key0 === "override")) {
            const err3 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/overlay/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data0.file !== void 0) {
          let data1 = data0.file;
          if (typeof data1 === "string") {
            if (!pattern30.test(data1)) {
              const err4 = { instancePath: instancePath + "/" + i0 + "/file", schemaPath: "#/$defs/overlay/properties/file/pattern", keyword: "pattern", params: { pattern: "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$" }, message: 'must match pattern "^[^\\s/\\\\][^\\r\\n\\\\]*\\.(bu|butane|ya?ml)$"' };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/" + i0 + "/file", schemaPath: "#/$defs/overlay/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data0.override !== void 0) {
          if (typeof data0.override !== "boolean") {
            const err6 = { instancePath: instancePath + "/" + i0 + "/override", schemaPath: "#/$defs/overlay/properties/override/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate50.errors = vErrors;
  return errors === 0;
}
validate50.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.domain === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "domain" }, message: "must have required property 'domain'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.network === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "network" }, message: "must have required property 'network'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.router === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "router" }, message: "must have required property 'router'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"' };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.domain !== void 0) {
      let data1 = data.domain;
      if (typeof data1 === "string") {
        if (func2(data1) > 253) {
          const err6 = { instancePath: instancePath + "/domain", schemaPath: "node-settings.schema.json#/$defs/hostname/maxLength", keyword: "maxLength", params: { limit: 253 }, message: "must NOT have more than 253 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (!pattern5.test(data1)) {
          const err7 = { instancePath: instancePath + "/domain", schemaPath: "node-settings.schema.json#/$defs/hostname/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/domain", schemaPath: "node-settings.schema.json#/$defs/hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.network !== void 0) {
      let data2 = data.network;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.cidr === void 0) {
          const err9 = { instancePath: instancePath + "/network", schemaPath: "#/properties/network/required", keyword: "required", params: { missingProperty: "cidr" }, message: "must have required property 'cidr'" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "cidr" || key1 === "gateway" || key1 === "dns" || key1 === "ntp" || key1 === "dhcpPool")) {
            const err10 = { instancePath: instancePath + "/network", schemaPath: "#/properties/network/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data2.cidr !== void 0) {
          let data3 = data2.cidr;
          if (typeof data3 === "string") {
            if (!pattern68.test(data3)) {
              const err11 = { instancePath: instancePath + "/network/cidr", schemaPath: "node-settings.schema.json#/$defs/cidr/pattern", keyword: "pattern", params: { pattern: "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])$" }, message: 'must match pattern "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])$"' };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/network/cidr", schemaPath: "node-settings.schema.json#/$defs/cidr/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data2.gateway !== void 0) {
          let data4 = data2.gateway;
          if (typeof data4 === "string") {
            if (!formats0.test(data4)) {
              const err13 = { instancePath: instancePath + "/network/gateway", schemaPath: "node-settings.schema.json#/$defs/ipv4/format", keyword: "format", params: { format: "ipv4" }, message: 'must match format "ipv4"' };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/network/gateway", schemaPath: "node-settings.schema.json#/$defs/ipv4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data2.dns !== void 0) {
          let data5 = data2.dns;
          if (Array.isArray(data5)) {
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 === "string") {
                if (!formats0.test(data6)) {
                  const err15 = { instancePath: instancePath + "/network/dns/" + i0, schemaPath: "node-settings.schema.json#/$defs/ipv4/format", keyword: "format", params: { format: "ipv4" }, message: 'must match format "ipv4"' };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
              } else {
                const err16 = { instancePath: instancePath + "/network/dns/" + i0, schemaPath: "node-settings.schema.json#/$defs/ipv4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/network/dns", schemaPath: "#/properties/network/properties/dns/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data2.ntp !== void 0) {
          let data7 = data2.ntp;
          if (Array.isArray(data7)) {
            const len1 = data7.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data8 = data7[i1];
              if (typeof data8 === "string") {
                if (func2(data8) > 253) {
                  const err18 = { instancePath: instancePath + "/network/ntp/" + i1, schemaPath: "node-settings.schema.json#/$defs/hostOrAddress/maxLength", keyword: "maxLength", params: { limit: 253 }, message: "must NOT have more than 253 characters" };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
                if (!pattern5.test(data8)) {
                  const err19 = { instancePath: instancePath + "/network/ntp/" + i1, schemaPath: "node-settings.schema.json#/$defs/hostOrAddress/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"' };
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
              } else {
                const err20 = { instancePath: instancePath + "/network/ntp/" + i1, schemaPath: "node-settings.schema.json#/$defs/hostOrAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
          } else {
            const err21 = { instancePath: instancePath + "/network/ntp", schemaPath: "#/properties/network/properties/ntp/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data2.dhcpPool !== void 0) {
          let data9 = data2.dhcpPool;
          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
            if (data9.from === void 0) {
              const err22 = { instancePath: instancePath + "/network/dhcpPool", schemaPath: "#/properties/network/properties/dhcpPool/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data9.to === void 0) {
              const err23 = { instancePath: instancePath + "/network/dhcpPool", schemaPath: "#/properties/network/properties/dhcpPool/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            for (const key2 in data9) {
              if (!(key2 === "from" || key2 === "to")) {
                const err24 = { instancePath: instancePath + "/network/dhcpPool", schemaPath: "#/properties/network/properties/dhcpPool/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data9.from !== void 0) {
              let data10 = data9.from;
              if (typeof data10 === "string") {
                if (!formats0.test(data10)) {
                  const err25 = { instancePath: instancePath + "/network/dhcpPool/from", schemaPath: "node-settings.schema.json#/$defs/ipv4/format", keyword: "format", params: { format: "ipv4" }, message: 'must match format "ipv4"' };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
              } else {
                const err26 = { instancePath: instancePath + "/network/dhcpPool/from", schemaPath: "node-settings.schema.json#/$defs/ipv4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
            }
            if (data9.to !== void 0) {
              let data11 = data9.to;
              if (typeof data11 === "string") {
                if (!formats0.test(data11)) {
                  const err27 = { instancePath: instancePath + "/network/dhcpPool/to", schemaPath: "node-settings.schema.json#/$defs/ipv4/format", keyword: "format", params: { format: "ipv4" }, message: 'must match format "ipv4"' };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
              } else {
                const err28 = { instancePath: instancePath + "/network/dhcpPool/to", schemaPath: "node-settings.schema.json#/$defs/ipv4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
          } else {
            const err29 = { instancePath: instancePath + "/network/dhcpPool", schemaPath: "#/properties/network/properties/dhcpPool/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/network", schemaPath: "#/properties/network/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.router !== void 0) {
      let data12 = data.router;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        if (data12.address === void 0) {
          const err31 = { instancePath: instancePath + "/router", schemaPath: "#/properties/router/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        for (const key3 in data12) {
          if (!(key3 === "address" || key3 === "url" || key3 === "gate" || key3 === "target" || key3 === "storage" || key3 === "keepReleases" || key3 === "ssh")) {
            const err32 = { instancePath: instancePath + "/router", schemaPath: "#/properties/router/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data12.address !== void 0) {
          let data13 = data12.address;
          if (typeof data13 === "string") {
            if (!formats0.test(data13)) {
              const err33 = { instancePath: instancePath + "/router/address", schemaPath: "node-settings.schema.json#/$defs/ipv4/format", keyword: "format", params: { format: "ipv4" }, message: 'must match format "ipv4"' };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          } else {
            const err34 = { instancePath: instancePath + "/router/address", schemaPath: "node-settings.schema.json#/$defs/ipv4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data12.url !== void 0) {
          let data14 = data12.url;
          if (typeof data14 === "string") {
            if (!pattern23.test(data14)) {
              const err35 = { instancePath: instancePath + "/router/url", schemaPath: "node-settings.schema.json#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          } else {
            const err36 = { instancePath: instancePath + "/router/url", schemaPath: "node-settings.schema.json#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data12.gate !== void 0) {
          let data15 = data12.gate;
          if (!(data15 === "cgi" || data15 === "static")) {
            const err37 = { instancePath: instancePath + "/router/gate", schemaPath: "#/properties/router/properties/gate/enum", keyword: "enum", params: { allowedValues: schema31.properties.router.properties.gate.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data12.target !== void 0) {
          let data16 = data12.target;
          if (!(data16 === "openwrt" || data16 === "posix" || data16 === "directory")) {
            const err38 = { instancePath: instancePath + "/router/target", schemaPath: "#/properties/router/properties/target/enum", keyword: "enum", params: { allowedValues: schema31.properties.router.properties.target.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data12.storage !== void 0) {
          let data17 = data12.storage;
          if (typeof data17 === "string") {
            if (!pattern71.test(data17)) {
              const err39 = { instancePath: instancePath + "/router/storage", schemaPath: "#/properties/router/properties/storage/pattern", keyword: "pattern", params: { pattern: "^/[A-Za-z0-9._/-]*$" }, message: 'must match pattern "^/[A-Za-z0-9._/-]*$"' };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          } else {
            const err40 = { instancePath: instancePath + "/router/storage", schemaPath: "#/properties/router/properties/storage/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data12.keepReleases !== void 0) {
          let data18 = data12.keepReleases;
          if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
            const err41 = { instancePath: instancePath + "/router/keepReleases", schemaPath: "#/properties/router/properties/keepReleases/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
          if (typeof data18 == "number" && isFinite(data18)) {
            if (data18 > 50 || isNaN(data18)) {
              const err42 = { instancePath: instancePath + "/router/keepReleases", schemaPath: "#/properties/router/properties/keepReleases/maximum", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (data18 < 1 || isNaN(data18)) {
              const err43 = { instancePath: instancePath + "/router/keepReleases", schemaPath: "#/properties/router/properties/keepReleases/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          }
        }
        if (data12.ssh !== void 0) {
          let data19 = data12.ssh;
          if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
            for (const key4 in data19) {
              if (!(key4 === "user" || key4 === "port" || key4 === "hostKeys" || key4 === "jump")) {
                const err44 = { instancePath: instancePath + "/router/ssh", schemaPath: "#/properties/router/properties/ssh/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
            }
            if (data19.user !== void 0) {
              let data20 = data19.user;
              if (typeof data20 === "string") {
                if (!pattern60.test(data20)) {
                  const err45 = { instancePath: instancePath + "/router/ssh/user", schemaPath: "#/$defs/login/pattern", keyword: "pattern", params: { pattern: "^[a-z_][a-z0-9_-]{0,31}$" }, message: 'must match pattern "^[a-z_][a-z0-9_-]{0,31}$"' };
                  if (vErrors === null) {
                    vErrors = [err45];
                  } else {
                    vErrors.push(err45);
                  }
                  errors++;
                }
              } else {
                const err46 = { instancePath: instancePath + "/router/ssh/user", schemaPath: "#/$defs/login/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err46];
                } else {
                  vErrors.push(err46);
                }
                errors++;
              }
            }
            if (data19.port !== void 0) {
              let data21 = data19.port;
              if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
                const err47 = { instancePath: instancePath + "/router/ssh/port", schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
              if (typeof data21 == "number" && isFinite(data21)) {
                if (data21 > 65535 || isNaN(data21)) {
                  const err48 = { instancePath: instancePath + "/router/ssh/port", schemaPath: "#/$defs/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
                if (data21 < 1 || isNaN(data21)) {
                  const err49 = { instancePath: instancePath + "/router/ssh/port", schemaPath: "#/$defs/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err49];
                  } else {
                    vErrors.push(err49);
                  }
                  errors++;
                }
              }
            }
            if (data19.hostKeys !== void 0) {
              let data22 = data19.hostKeys;
              if (Array.isArray(data22)) {
                const len2 = data22.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data23 = data22[i2];
                  if (typeof data23 === "string") {
                    if (!pattern73.test(data23)) {
                      const err50 = { instancePath: instancePath + "/router/ssh/hostKeys/" + i2, schemaPath: "#/$defs/hostKeys/items/pattern", keyword: "pattern", params: { pattern: "^[^\\r\\n]{1,12000}$" }, message: 'must match pattern "^[^\\r\\n]{1,12000}$"' };
                      if (vErrors === null) {
                        vErrors = [err50];
                      } else {
                        vErrors.push(err50);
                      }
                      errors++;
                    }
                  } else {
                    const err51 = { instancePath: instancePath + "/router/ssh/hostKeys/" + i2, schemaPath: "#/$defs/hostKeys/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
              } else {
                const err52 = { instancePath: instancePath + "/router/ssh/hostKeys", schemaPath: "#/$defs/hostKeys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
            if (data19.jump !== void 0) {
              let data24 = data19.jump;
              if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                if (data24.host === void 0) {
                  const err53 = { instancePath: instancePath + "/router/ssh/jump", schemaPath: "#/properties/router/properties/ssh/properties/jump/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'" };
                  if (vErrors === null) {
                    vErrors = [err53];
                  } else {
                    vErrors.push(err53);
                  }
                  errors++;
                }
                for (const key5 in data24) {
                  if (!(key5 === "host" || key5 === "port" || key5 === "user" || key5 === "hostKeys")) {
                    const err54 = { instancePath: instancePath + "/router/ssh/jump", schemaPath: "#/properties/router/properties/ssh/properties/jump/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err54];
                    } else {
                      vErrors.push(err54);
                    }
                    errors++;
                  }
                }
                if (data24.host !== void 0) {
                  let data25 = data24.host;
                  if (typeof data25 === "string") {
                    if (func2(data25) > 253) {
                      const err55 = { instancePath: instancePath + "/router/ssh/jump/host", schemaPath: "node-settings.schema.json#/$defs/hostOrAddress/maxLength", keyword: "maxLength", params: { limit: 253 }, message: "must NOT have more than 253 characters" };
                      if (vErrors === null) {
                        vErrors = [err55];
                      } else {
                        vErrors.push(err55);
                      }
                      errors++;
                    }
                    if (!pattern5.test(data25)) {
                      const err56 = { instancePath: instancePath + "/router/ssh/jump/host", schemaPath: "node-settings.schema.json#/$defs/hostOrAddress/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"' };
                      if (vErrors === null) {
                        vErrors = [err56];
                      } else {
                        vErrors.push(err56);
                      }
                      errors++;
                    }
                  } else {
                    const err57 = { instancePath: instancePath + "/router/ssh/jump/host", schemaPath: "node-settings.schema.json#/$defs/hostOrAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                }
                if (data24.port !== void 0) {
                  let data26 = data24.port;
                  if (!(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
                    const err58 = { instancePath: instancePath + "/router/ssh/jump/port", schemaPath: "#/$defs/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err58];
                    } else {
                      vErrors.push(err58);
                    }
                    errors++;
                  }
                  if (typeof data26 == "number" && isFinite(data26)) {
                    if (data26 > 65535 || isNaN(data26)) {
                      const err59 = { instancePath: instancePath + "/router/ssh/jump/port", schemaPath: "#/$defs/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                      if (vErrors === null) {
                        vErrors = [err59];
                      } else {
                        vErrors.push(err59);
                      }
                      errors++;
                    }
                    if (data26 < 1 || isNaN(data26)) {
                      const err60 = { instancePath: instancePath + "/router/ssh/jump/port", schemaPath: "#/$defs/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                      if (vErrors === null) {
                        vErrors = [err60];
                      } else {
                        vErrors.push(err60);
                      }
                      errors++;
                    }
                  }
                }
                if (data24.user !== void 0) {
                  let data27 = data24.user;
                  if (typeof data27 === "string") {
                    if (!pattern60.test(data27)) {
                      const err61 = { instancePath: instancePath + "/router/ssh/jump/user", schemaPath: "#/$defs/login/pattern", keyword: "pattern", params: { pattern: "^[a-z_][a-z0-9_-]{0,31}$" }, message: 'must match pattern "^[a-z_][a-z0-9_-]{0,31}$"' };
                      if (vErrors === null) {
                        vErrors = [err61];
                      } else {
                        vErrors.push(err61);
                      }
                      errors++;
                    }
                  } else {
                    const err62 = { instancePath: instancePath + "/router/ssh/jump/user", schemaPath: "#/$defs/login/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err62];
                    } else {
                      vErrors.push(err62);
                    }
                    errors++;
                  }
                }
                if (data24.hostKeys !== void 0) {
                  let data28 = data24.hostKeys;
                  if (Array.isArray(data28)) {
                    const len3 = data28.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data29 = data28[i3];
                      if (typeof data29 === "string") {
                        if (!pattern73.test(data29)) {
                          const err63 = { instancePath: instancePath + "/router/ssh/jump/hostKeys/" + i3, schemaPath: "#/$defs/hostKeys/items/pattern", keyword: "pattern", params: { pattern: "^[^\\r\\n]{1,12000}$" }, message: 'must match pattern "^[^\\r\\n]{1,12000}$"' };
                          if (vErrors === null) {
                            vErrors = [err63];
                          } else {
                            vErrors.push(err63);
                          }
                          errors++;
                        }
                      } else {
                        const err64 = { instancePath: instancePath + "/router/ssh/jump/hostKeys/" + i3, schemaPath: "#/$defs/hostKeys/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err64];
                        } else {
                          vErrors.push(err64);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err65 = { instancePath: instancePath + "/router/ssh/jump/hostKeys", schemaPath: "#/$defs/hostKeys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err65];
                    } else {
                      vErrors.push(err65);
                    }
                    errors++;
                  }
                }
              } else {
                const err66 = { instancePath: instancePath + "/router/ssh/jump", schemaPath: "#/properties/router/properties/ssh/properties/jump/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err66];
                } else {
                  vErrors.push(err66);
                }
                errors++;
              }
            }
          } else {
            const err67 = { instancePath: instancePath + "/router/ssh", schemaPath: "#/properties/router/properties/ssh/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err67];
            } else {
              vErrors.push(err67);
            }
            errors++;
          }
        }
      } else {
        const err68 = { instancePath: instancePath + "/router", schemaPath: "#/properties/router/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err68];
        } else {
          vErrors.push(err68);
        }
        errors++;
      }
    }
    if (data.unknownMachines !== void 0) {
      let data30 = data.unknownMachines;
      if (!(data30 === "ignore" || data30 === "localBoot" || data30 === "discover")) {
        const err69 = { instancePath: instancePath + "/unknownMachines", schemaPath: "#/properties/unknownMachines/enum", keyword: "enum", params: { allowedValues: schema31.properties.unknownMachines.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err69];
        } else {
          vErrors.push(err69);
        }
        errors++;
      }
    }
    if (data.strict !== void 0) {
      if (typeof data.strict !== "boolean") {
        const err70 = { instancePath: instancePath + "/strict", schemaPath: "#/properties/strict/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err70];
        } else {
          vErrors.push(err70);
        }
        errors++;
      }
    }
    if (data.coreos !== void 0) {
      let data32 = data.coreos;
      if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
        for (const key6 in data32) {
          if (!(key6 === "stream" || key6 === "version")) {
            const err71 = { instancePath: instancePath + "/coreos", schemaPath: "node-settings.schema.json#/$defs/coreos/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err71];
            } else {
              vErrors.push(err71);
            }
            errors++;
          }
        }
        if (data32.stream !== void 0) {
          let data33 = data32.stream;
          if (typeof data33 === "string") {
            if (!pattern58.test(data33)) {
              const err72 = { instancePath: instancePath + "/coreos/stream", schemaPath: "node-settings.schema.json#/$defs/coreos/properties/stream/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" }, message: 'must match pattern "^[a-z][a-z0-9-]*$"' };
              if (vErrors === null) {
                vErrors = [err72];
              } else {
                vErrors.push(err72);
              }
              errors++;
            }
          } else {
            const err73 = { instancePath: instancePath + "/coreos/stream", schemaPath: "node-settings.schema.json#/$defs/coreos/properties/stream/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err73];
            } else {
              vErrors.push(err73);
            }
            errors++;
          }
        }
        if (data32.version !== void 0) {
          let data34 = data32.version;
          if (typeof data34 === "string") {
            if (!pattern59.test(data34)) {
              const err74 = { instancePath: instancePath + "/coreos/version", schemaPath: "node-settings.schema.json#/$defs/coreos/properties/version/pattern", keyword: "pattern", params: { pattern: "^[0-9]+\\.[0-9]{8}\\.[0-9]+\\.[0-9]+$" }, message: 'must match pattern "^[0-9]+\\.[0-9]{8}\\.[0-9]+\\.[0-9]+$"' };
              if (vErrors === null) {
                vErrors = [err74];
              } else {
                vErrors.push(err74);
              }
              errors++;
            }
          } else {
            const err75 = { instancePath: instancePath + "/coreos/version", schemaPath: "node-settings.schema.json#/$defs/coreos/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err75];
            } else {
              vErrors.push(err75);
            }
            errors++;
          }
        }
      } else {
        const err76 = { instancePath: instancePath + "/coreos", schemaPath: "node-settings.schema.json#/$defs/coreos/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err76];
        } else {
          vErrors.push(err76);
        }
        errors++;
      }
    }
    if (data.k3s !== void 0) {
      let data35 = data.k3s;
      if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
        if (data35.version === void 0) {
          const err77 = { instancePath: instancePath + "/k3s", schemaPath: "#/properties/k3s/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
          if (vErrors === null) {
            vErrors = [err77];
          } else {
            vErrors.push(err77);
          }
          errors++;
        }
        for (const key7 in data35) {
          if (!func1.call(schema31.properties.k3s.properties, key7)) {
            const err78 = { instancePath: instancePath + "/k3s", schemaPath: "#/properties/k3s/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err78];
            } else {
              vErrors.push(err78);
            }
            errors++;
          }
        }
        if (data35.version !== void 0) {
          let data36 = data35.version;
          if (typeof data36 === "string") {
            if (!pattern79.test(data36)) {
              const err79 = { instancePath: instancePath + "/k3s/version", schemaPath: "#/properties/k3s/properties/version/pattern", keyword: "pattern", params: { pattern: "^v[0-9]+\\.[0-9]+\\.[0-9]+(-rc[0-9]+)?\\+k3s[0-9]+$" }, message: 'must match pattern "^v[0-9]+\\.[0-9]+\\.[0-9]+(-rc[0-9]+)?\\+k3s[0-9]+$"' };
              if (vErrors === null) {
                vErrors = [err79];
              } else {
                vErrors.push(err79);
              }
              errors++;
            }
          } else {
            const err80 = { instancePath: instancePath + "/k3s/version", schemaPath: "#/properties/k3s/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err80];
            } else {
              vErrors.push(err80);
            }
            errors++;
          }
        }
        if (data35.token !== void 0) {
          let data37 = data35.token;
          if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
            if (data37.secret === void 0) {
              const err81 = { instancePath: instancePath + "/k3s/token", schemaPath: "node-settings.schema.json#/$defs/secret/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
              if (vErrors === null) {
                vErrors = [err81];
              } else {
                vErrors.push(err81);
              }
              errors++;
            }
            for (const key8 in data37) {
              if (!(key8 === "secret" || key8 === "version")) {
                const err82 = { instancePath: instancePath + "/k3s/token", schemaPath: "node-settings.schema.json#/$defs/secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err82];
                } else {
                  vErrors.push(err82);
                }
                errors++;
              }
            }
            if (data37.secret !== void 0) {
              let data38 = data37.secret;
              if (typeof data38 === "string") {
                if (!pattern36.test(data38)) {
                  const err83 = { instancePath: instancePath + "/k3s/token/secret", schemaPath: "node-settings.schema.json#/$defs/secret/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
              } else {
                const err84 = { instancePath: instancePath + "/k3s/token/secret", schemaPath: "node-settings.schema.json#/$defs/secret/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err84];
                } else {
                  vErrors.push(err84);
                }
                errors++;
              }
            }
            if (data37.version !== void 0) {
              let data39 = data37.version;
              if (!(typeof data39 == "number" && (!(data39 % 1) && !isNaN(data39)) && isFinite(data39))) {
                const err85 = { instancePath: instancePath + "/k3s/token/version", schemaPath: "node-settings.schema.json#/$defs/secret/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err85];
                } else {
                  vErrors.push(err85);
                }
                errors++;
              }
              if (typeof data39 == "number" && isFinite(data39)) {
                if (data39 > 999999999 || isNaN(data39)) {
                  const err86 = { instancePath: instancePath + "/k3s/token/version", schemaPath: "node-settings.schema.json#/$defs/secret/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
                  if (vErrors === null) {
                    vErrors = [err86];
                  } else {
                    vErrors.push(err86);
                  }
                  errors++;
                }
                if (data39 < 1 || isNaN(data39)) {
                  const err87 = { instancePath: instancePath + "/k3s/token/version", schemaPath: "node-settings.schema.json#/$defs/secret/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err87];
                  } else {
                    vErrors.push(err87);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err88 = { instancePath: instancePath + "/k3s/token", schemaPath: "node-settings.schema.json#/$defs/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err88];
            } else {
              vErrors.push(err88);
            }
            errors++;
          }
        }
        if (data35.clusterCidr !== void 0) {
          let data40 = data35.clusterCidr;
          if (typeof data40 === "string") {
            if (!pattern68.test(data40)) {
              const err89 = { instancePath: instancePath + "/k3s/clusterCidr", schemaPath: "node-settings.schema.json#/$defs/cidr/pattern", keyword: "pattern", params: { pattern: "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])$" }, message: 'must match pattern "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])$"' };
              if (vErrors === null) {
                vErrors = [err89];
              } else {
                vErrors.push(err89);
              }
              errors++;
            }
          } else {
            const err90 = { instancePath: instancePath + "/k3s/clusterCidr", schemaPath: "node-settings.schema.json#/$defs/cidr/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err90];
            } else {
              vErrors.push(err90);
            }
            errors++;
          }
        }
        if (data35.serviceCidr !== void 0) {
          let data41 = data35.serviceCidr;
          if (typeof data41 === "string") {
            if (!pattern68.test(data41)) {
              const err91 = { instancePath: instancePath + "/k3s/serviceCidr", schemaPath: "node-settings.schema.json#/$defs/cidr/pattern", keyword: "pattern", params: { pattern: "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])$" }, message: 'must match pattern "^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/(3[0-2]|[12]?[0-9])$"' };
              if (vErrors === null) {
                vErrors = [err91];
              } else {
                vErrors.push(err91);
              }
              errors++;
            }
          } else {
            const err92 = { instancePath: instancePath + "/k3s/serviceCidr", schemaPath: "node-settings.schema.json#/$defs/cidr/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err92];
            } else {
              vErrors.push(err92);
            }
            errors++;
          }
        }
        if (data35.cni !== void 0) {
          let data42 = data35.cni;
          if (!(data42 === "flannel" || data42 === "cilium" || data42 === "none")) {
            const err93 = { instancePath: instancePath + "/k3s/cni", schemaPath: "#/properties/k3s/properties/cni/enum", keyword: "enum", params: { allowedValues: schema31.properties.k3s.properties.cni.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err93];
            } else {
              vErrors.push(err93);
            }
            errors++;
          }
        }
        if (data35.flannelBackend !== void 0) {
          let data43 = data35.flannelBackend;
          if (!(data43 === "vxlan" || data43 === "host-gw" || data43 === "wireguard-native" || data43 === "none")) {
            const err94 = { instancePath: instancePath + "/k3s/flannelBackend", schemaPath: "#/properties/k3s/properties/flannelBackend/enum", keyword: "enum", params: { allowedValues: schema31.properties.k3s.properties.flannelBackend.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err94];
            } else {
              vErrors.push(err94);
            }
            errors++;
          }
        }
        if (data35.disable !== void 0) {
          let data44 = data35.disable;
          if (Array.isArray(data44)) {
            const len4 = data44.length;
            for (let i4 = 0; i4 < len4; i4++) {
              let data45 = data44[i4];
              if (!(data45 === "coredns" || data45 === "servicelb" || data45 === "traefik" || data45 === "local-storage" || data45 === "metrics-server" || data45 === "runtimes")) {
                const err95 = { instancePath: instancePath + "/k3s/disable/" + i4, schemaPath: "#/properties/k3s/properties/disable/items/enum", keyword: "enum", params: { allowedValues: schema31.properties.k3s.properties.disable.items.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err95];
                } else {
                  vErrors.push(err95);
                }
                errors++;
              }
            }
            let i5 = data44.length;
            let j0;
            if (i5 > 1) {
              outer0:
                for (; i5--; ) {
                  for (j0 = i5; j0--; ) {
                    if (func0(data44[i5], data44[j0])) {
                      const err96 = { instancePath: instancePath + "/k3s/disable", schemaPath: "#/properties/k3s/properties/disable/uniqueItems", keyword: "uniqueItems", params: { i: i5, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i5 + " are identical)" };
                      if (vErrors === null) {
                        vErrors = [err96];
                      } else {
                        vErrors.push(err96);
                      }
                      errors++;
                      break outer0;
                    }
                  }
                }
            }
          } else {
            const err97 = { instancePath: instancePath + "/k3s/disable", schemaPath: "#/properties/k3s/properties/disable/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err97];
            } else {
              vErrors.push(err97);
            }
            errors++;
          }
        }
        if (data35.disableNetworkPolicy !== void 0) {
          if (typeof data35.disableNetworkPolicy !== "boolean") {
            const err98 = { instancePath: instancePath + "/k3s/disableNetworkPolicy", schemaPath: "#/properties/k3s/properties/disableNetworkPolicy/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err98];
            } else {
              vErrors.push(err98);
            }
            errors++;
          }
        }
        if (data35.writeKubeconfigMode !== void 0) {
          let data47 = data35.writeKubeconfigMode;
          if (typeof data47 === "string") {
            if (!pattern83.test(data47)) {
              const err99 = { instancePath: instancePath + "/k3s/writeKubeconfigMode", schemaPath: "#/properties/k3s/properties/writeKubeconfigMode/pattern", keyword: "pattern", params: { pattern: "^0?[0-7]{3}$" }, message: 'must match pattern "^0?[0-7]{3}$"' };
              if (vErrors === null) {
                vErrors = [err99];
              } else {
                vErrors.push(err99);
              }
              errors++;
            }
          } else {
            const err100 = { instancePath: instancePath + "/k3s/writeKubeconfigMode", schemaPath: "#/properties/k3s/properties/writeKubeconfigMode/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err100];
            } else {
              vErrors.push(err100);
            }
            errors++;
          }
        }
        if (data35.kubeletArguments !== void 0) {
          let data48 = data35.kubeletArguments;
          if (Array.isArray(data48)) {
            const len5 = data48.length;
            for (let i6 = 0; i6 < len5; i6++) {
              let data49 = data48[i6];
              if (typeof data49 === "string") {
                if (!pattern84.test(data49)) {
                  const err101 = { instancePath: instancePath + "/k3s/kubeletArguments/" + i6, schemaPath: "#/properties/k3s/properties/kubeletArguments/items/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*=[^\\r\\n]*$" }, message: 'must match pattern "^[a-z][a-z0-9-]*=[^\\r\\n]*$"' };
                  if (vErrors === null) {
                    vErrors = [err101];
                  } else {
                    vErrors.push(err101);
                  }
                  errors++;
                }
              } else {
                const err102 = { instancePath: instancePath + "/k3s/kubeletArguments/" + i6, schemaPath: "#/properties/k3s/properties/kubeletArguments/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err102];
                } else {
                  vErrors.push(err102);
                }
                errors++;
              }
            }
          } else {
            const err103 = { instancePath: instancePath + "/k3s/kubeletArguments", schemaPath: "#/properties/k3s/properties/kubeletArguments/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err103];
            } else {
              vErrors.push(err103);
            }
            errors++;
          }
        }
        if (data35.tlsSans !== void 0) {
          let data50 = data35.tlsSans;
          if (Array.isArray(data50)) {
            const len6 = data50.length;
            for (let i7 = 0; i7 < len6; i7++) {
              let data51 = data50[i7];
              if (typeof data51 === "string") {
                if (func2(data51) > 253) {
                  const err104 = { instancePath: instancePath + "/k3s/tlsSans/" + i7, schemaPath: "node-settings.schema.json#/$defs/hostOrAddress/maxLength", keyword: "maxLength", params: { limit: 253 }, message: "must NOT have more than 253 characters" };
                  if (vErrors === null) {
                    vErrors = [err104];
                  } else {
                    vErrors.push(err104);
                  }
                  errors++;
                }
                if (!pattern5.test(data51)) {
                  const err105 = { instancePath: instancePath + "/k3s/tlsSans/" + i7, schemaPath: "node-settings.schema.json#/$defs/hostOrAddress/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"' };
                  if (vErrors === null) {
                    vErrors = [err105];
                  } else {
                    vErrors.push(err105);
                  }
                  errors++;
                }
              } else {
                const err106 = { instancePath: instancePath + "/k3s/tlsSans/" + i7, schemaPath: "node-settings.schema.json#/$defs/hostOrAddress/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err106];
                } else {
                  vErrors.push(err106);
                }
                errors++;
              }
            }
          } else {
            const err107 = { instancePath: instancePath + "/k3s/tlsSans", schemaPath: "#/properties/k3s/properties/tlsSans/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err107];
            } else {
              vErrors.push(err107);
            }
            errors++;
          }
        }
        if (data35.server !== void 0) {
          let data52 = data35.server;
          if (data52 && typeof data52 == "object" && !Array.isArray(data52)) {
          } else {
            const err108 = { instancePath: instancePath + "/k3s/server", schemaPath: "#/properties/k3s/properties/server/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err108];
            } else {
              vErrors.push(err108);
            }
            errors++;
          }
        }
        if (data35.agent !== void 0) {
          let data53 = data35.agent;
          if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
          } else {
            const err109 = { instancePath: instancePath + "/k3s/agent", schemaPath: "#/properties/k3s/properties/agent/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err109];
            } else {
              vErrors.push(err109);
            }
            errors++;
          }
        }
        if (data35.source !== void 0) {
          let data54 = data35.source;
          if (!(data54 === "router" || data54 === "upstream")) {
            const err110 = { instancePath: instancePath + "/k3s/source", schemaPath: "#/properties/k3s/properties/source/enum", keyword: "enum", params: { allowedValues: schema31.properties.k3s.properties.source.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err110];
            } else {
              vErrors.push(err110);
            }
            errors++;
          }
        }
        if (data35.caSha256 !== void 0) {
          let data55 = data35.caSha256;
          if (typeof data55 === "string") {
            if (!pattern35.test(data55)) {
              const err111 = { instancePath: instancePath + "/k3s/caSha256", schemaPath: "#/properties/k3s/properties/caSha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
              if (vErrors === null) {
                vErrors = [err111];
              } else {
                vErrors.push(err111);
              }
              errors++;
            }
          } else {
            const err112 = { instancePath: instancePath + "/k3s/caSha256", schemaPath: "#/properties/k3s/properties/caSha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err112];
            } else {
              vErrors.push(err112);
            }
            errors++;
          }
        }
        if (data35.storage !== void 0) {
          let data56 = data35.storage;
          if (!(data56 === "localPath" || data56 === "longhorn" || data56 === "none")) {
            const err113 = { instancePath: instancePath + "/k3s/storage", schemaPath: "#/properties/k3s/properties/storage/enum", keyword: "enum", params: { allowedValues: schema31.properties.k3s.properties.storage.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err113];
            } else {
              vErrors.push(err113);
            }
            errors++;
          }
        }
        if (data35.upgrade !== void 0) {
          let data57 = data35.upgrade;
          if (!(data57 === "reimage" || data57 === "inPlace")) {
            const err114 = { instancePath: instancePath + "/k3s/upgrade", schemaPath: "#/properties/k3s/properties/upgrade/enum", keyword: "enum", params: { allowedValues: schema31.properties.k3s.properties.upgrade.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err114];
            } else {
              vErrors.push(err114);
            }
            errors++;
          }
        }
        if (data35.endpoint !== void 0) {
          let data58 = data35.endpoint;
          if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
            if (data58.provider === void 0) {
              const err115 = { instancePath: instancePath + "/k3s/endpoint", schemaPath: "#/properties/k3s/properties/endpoint/required", keyword: "required", params: { missingProperty: "provider" }, message: "must have required property 'provider'" };
              if (vErrors === null) {
                vErrors = [err115];
              } else {
                vErrors.push(err115);
              }
              errors++;
            }
            for (const key9 in data58) {
              if (!(key9 === "provider" || key9 === "name" || key9 === "address" || key9 === "interface" || key9 === "version")) {
                const err116 = { instancePath: instancePath + "/k3s/endpoint", schemaPath: "#/properties/k3s/properties/endpoint/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err116];
                } else {
                  vErrors.push(err116);
                }
                errors++;
              }
            }
            if (data58.provider !== void 0) {
              let data59 = data58.provider;
              if (!(data59 === "dns" || data59 === "kubeVip")) {
                const err117 = { instancePath: instancePath + "/k3s/endpoint/provider", schemaPath: "#/properties/k3s/properties/endpoint/properties/provider/enum", keyword: "enum", params: { allowedValues: schema31.properties.k3s.properties.endpoint.properties.provider.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err117];
                } else {
                  vErrors.push(err117);
                }
                errors++;
              }
            }
            if (data58.name !== void 0) {
              let data60 = data58.name;
              if (typeof data60 === "string") {
                if (func2(data60) > 253) {
                  const err118 = { instancePath: instancePath + "/k3s/endpoint/name", schemaPath: "node-settings.schema.json#/$defs/hostname/maxLength", keyword: "maxLength", params: { limit: 253 }, message: "must NOT have more than 253 characters" };
                  if (vErrors === null) {
                    vErrors = [err118];
                  } else {
                    vErrors.push(err118);
                  }
                  errors++;
                }
                if (!pattern5.test(data60)) {
                  const err119 = { instancePath: instancePath + "/k3s/endpoint/name", schemaPath: "node-settings.schema.json#/$defs/hostname/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"' };
                  if (vErrors === null) {
                    vErrors = [err119];
                  } else {
                    vErrors.push(err119);
                  }
                  errors++;
                }
              } else {
                const err120 = { instancePath: instancePath + "/k3s/endpoint/name", schemaPath: "node-settings.schema.json#/$defs/hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err120];
                } else {
                  vErrors.push(err120);
                }
                errors++;
              }
            }
            if (data58.address !== void 0) {
              let data61 = data58.address;
              if (typeof data61 === "string") {
                if (!formats0.test(data61)) {
                  const err121 = { instancePath: instancePath + "/k3s/endpoint/address", schemaPath: "node-settings.schema.json#/$defs/ipv4/format", keyword: "format", params: { format: "ipv4" }, message: 'must match format "ipv4"' };
                  if (vErrors === null) {
                    vErrors = [err121];
                  } else {
                    vErrors.push(err121);
                  }
                  errors++;
                }
              } else {
                const err122 = { instancePath: instancePath + "/k3s/endpoint/address", schemaPath: "node-settings.schema.json#/$defs/ipv4/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err122];
                } else {
                  vErrors.push(err122);
                }
                errors++;
              }
            }
            if (data58.interface !== void 0) {
              let data62 = data58.interface;
              if (typeof data62 === "string") {
                if (!pattern88.test(data62)) {
                  const err123 = { instancePath: instancePath + "/k3s/endpoint/interface", schemaPath: "#/properties/k3s/properties/endpoint/properties/interface/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$"' };
                  if (vErrors === null) {
                    vErrors = [err123];
                  } else {
                    vErrors.push(err123);
                  }
                  errors++;
                }
              } else {
                const err124 = { instancePath: instancePath + "/k3s/endpoint/interface", schemaPath: "#/properties/k3s/properties/endpoint/properties/interface/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err124];
                } else {
                  vErrors.push(err124);
                }
                errors++;
              }
            }
            if (data58.version !== void 0) {
              let data63 = data58.version;
              if (typeof data63 === "string") {
                if (!pattern89.test(data63)) {
                  const err125 = { instancePath: instancePath + "/k3s/endpoint/version", schemaPath: "#/properties/k3s/properties/endpoint/properties/version/pattern", keyword: "pattern", params: { pattern: "^v[0-9]+\\.[0-9]+\\.[0-9]+[A-Za-z0-9.-]*$" }, message: 'must match pattern "^v[0-9]+\\.[0-9]+\\.[0-9]+[A-Za-z0-9.-]*$"' };
                  if (vErrors === null) {
                    vErrors = [err125];
                  } else {
                    vErrors.push(err125);
                  }
                  errors++;
                }
              } else {
                const err126 = { instancePath: instancePath + "/k3s/endpoint/version", schemaPath: "#/properties/k3s/properties/endpoint/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err126];
                } else {
                  vErrors.push(err126);
                }
                errors++;
              }
            }
          } else {
            const err127 = { instancePath: instancePath + "/k3s/endpoint", schemaPath: "#/properties/k3s/properties/endpoint/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err127];
            } else {
              vErrors.push(err127);
            }
            errors++;
          }
        }
        if (data35.charts !== void 0) {
          let data64 = data35.charts;
          if (data64 && typeof data64 == "object" && !Array.isArray(data64)) {
            for (const key10 in data64) {
              if (!(key10 === "cilium" || key10 === "longhorn" || key10 === "systemUpgradeController")) {
                const err128 = { instancePath: instancePath + "/k3s/charts", schemaPath: "#/properties/k3s/properties/charts/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err128];
                } else {
                  vErrors.push(err128);
                }
                errors++;
              }
            }
            if (data64.cilium !== void 0) {
              if (!validate39(data64.cilium, { instancePath: instancePath + "/k3s/charts/cilium", parentData: data64, parentDataProperty: "cilium", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
                errors = vErrors.length;
              }
            }
            if (data64.longhorn !== void 0) {
              if (!validate39(data64.longhorn, { instancePath: instancePath + "/k3s/charts/longhorn", parentData: data64, parentDataProperty: "longhorn", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
                errors = vErrors.length;
              }
            }
            if (data64.systemUpgradeController !== void 0) {
              if (!validate39(data64.systemUpgradeController, { instancePath: instancePath + "/k3s/charts/systemUpgradeController", parentData: data64, parentDataProperty: "systemUpgradeController", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err129 = { instancePath: instancePath + "/k3s/charts", schemaPath: "#/properties/k3s/properties/charts/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err129];
            } else {
              vErrors.push(err129);
            }
            errors++;
          }
        }
      } else {
        const err130 = { instancePath: instancePath + "/k3s", schemaPath: "#/properties/k3s/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err130];
        } else {
          vErrors.push(err130);
        }
        errors++;
      }
    }
    if (data.images !== void 0) {
      let data68 = data.images;
      if (data68 && typeof data68 == "object" && !Array.isArray(data68)) {
        for (const key11 in data68) {
          if (!(key11 === "coreos" || key11 === "k3s" || key11 === "ipxe" || key11 === "keys")) {
            const err131 = { instancePath: instancePath + "/images", schemaPath: "#/properties/images/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err131];
            } else {
              vErrors.push(err131);
            }
            errors++;
          }
        }
        if (data68.coreos !== void 0) {
          let data69 = data68.coreos;
          if (data69 && typeof data69 == "object" && !Array.isArray(data69)) {
            for (const key12 in data69) {
              if (!(key12 === "url")) {
                const err132 = { instancePath: instancePath + "/images/coreos", schemaPath: "#/properties/images/properties/coreos/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err132];
                } else {
                  vErrors.push(err132);
                }
                errors++;
              }
            }
            if (data69.url !== void 0) {
              let data70 = data69.url;
              if (typeof data70 === "string") {
                if (!pattern23.test(data70)) {
                  const err133 = { instancePath: instancePath + "/images/coreos/url", schemaPath: "node-settings.schema.json#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
                  if (vErrors === null) {
                    vErrors = [err133];
                  } else {
                    vErrors.push(err133);
                  }
                  errors++;
                }
              } else {
                const err134 = { instancePath: instancePath + "/images/coreos/url", schemaPath: "node-settings.schema.json#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err134];
                } else {
                  vErrors.push(err134);
                }
                errors++;
              }
            }
          } else {
            const err135 = { instancePath: instancePath + "/images/coreos", schemaPath: "#/properties/images/properties/coreos/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err135];
            } else {
              vErrors.push(err135);
            }
            errors++;
          }
        }
        if (data68.k3s !== void 0) {
          let data71 = data68.k3s;
          if (data71 && typeof data71 == "object" && !Array.isArray(data71)) {
            for (const key13 in data71) {
              if (!(key13 === "url" || key13 === "scriptUrl")) {
                const err136 = { instancePath: instancePath + "/images/k3s", schemaPath: "#/properties/images/properties/k3s/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err136];
                } else {
                  vErrors.push(err136);
                }
                errors++;
              }
            }
            if (data71.url !== void 0) {
              let data72 = data71.url;
              if (typeof data72 === "string") {
                if (!pattern23.test(data72)) {
                  const err137 = { instancePath: instancePath + "/images/k3s/url", schemaPath: "node-settings.schema.json#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
                  if (vErrors === null) {
                    vErrors = [err137];
                  } else {
                    vErrors.push(err137);
                  }
                  errors++;
                }
              } else {
                const err138 = { instancePath: instancePath + "/images/k3s/url", schemaPath: "node-settings.schema.json#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err138];
                } else {
                  vErrors.push(err138);
                }
                errors++;
              }
            }
            if (data71.scriptUrl !== void 0) {
              let data73 = data71.scriptUrl;
              if (typeof data73 === "string") {
                if (!pattern23.test(data73)) {
                  const err139 = { instancePath: instancePath + "/images/k3s/scriptUrl", schemaPath: "node-settings.schema.json#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
                  if (vErrors === null) {
                    vErrors = [err139];
                  } else {
                    vErrors.push(err139);
                  }
                  errors++;
                }
              } else {
                const err140 = { instancePath: instancePath + "/images/k3s/scriptUrl", schemaPath: "node-settings.schema.json#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err140];
                } else {
                  vErrors.push(err140);
                }
                errors++;
              }
            }
          } else {
            const err141 = { instancePath: instancePath + "/images/k3s", schemaPath: "#/properties/images/properties/k3s/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err141];
            } else {
              vErrors.push(err141);
            }
            errors++;
          }
        }
        if (data68.ipxe !== void 0) {
          let data74 = data68.ipxe;
          if (Array.isArray(data74)) {
            const len7 = data74.length;
            for (let i8 = 0; i8 < len7; i8++) {
              let data75 = data74[i8];
              if (data75 && typeof data75 == "object" && !Array.isArray(data75)) {
                if (data75.architecture === void 0) {
                  const err142 = { instancePath: instancePath + "/images/ipxe/" + i8, schemaPath: "#/properties/images/properties/ipxe/items/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
                  if (vErrors === null) {
                    vErrors = [err142];
                  } else {
                    vErrors.push(err142);
                  }
                  errors++;
                }
                for (const key14 in data75) {
                  if (!(key14 === "architecture" || key14 === "name" || key14 === "url" || key14 === "path")) {
                    const err143 = { instancePath: instancePath + "/images/ipxe/" + i8, schemaPath: "#/properties/images/properties/ipxe/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err143];
                    } else {
                      vErrors.push(err143);
                    }
                    errors++;
                  }
                }
                if (data75.architecture !== void 0) {
                  let data76 = data75.architecture;
                  if (!(data76 === "x86_64" || data76 === "aarch64")) {
                    const err144 = { instancePath: instancePath + "/images/ipxe/" + i8 + "/architecture", schemaPath: "#/properties/images/properties/ipxe/items/properties/architecture/enum", keyword: "enum", params: { allowedValues: schema31.properties.images.properties.ipxe.items.properties.architecture.enum }, message: "must be equal to one of the allowed values" };
                    if (vErrors === null) {
                      vErrors = [err144];
                    } else {
                      vErrors.push(err144);
                    }
                    errors++;
                  }
                }
                if (data75.name !== void 0) {
                  let data77 = data75.name;
                  if (!(data77 === "snponly.efi" || data77 === "ipxe.efi")) {
                    const err145 = { instancePath: instancePath + "/images/ipxe/" + i8 + "/name", schemaPath: "#/properties/images/properties/ipxe/items/properties/name/enum", keyword: "enum", params: { allowedValues: schema31.properties.images.properties.ipxe.items.properties.name.enum }, message: "must be equal to one of the allowed values" };
                    if (vErrors === null) {
                      vErrors = [err145];
                    } else {
                      vErrors.push(err145);
                    }
                    errors++;
                  }
                }
                if (data75.url !== void 0) {
                  let data78 = data75.url;
                  if (typeof data78 === "string") {
                    if (!pattern23.test(data78)) {
                      const err146 = { instancePath: instancePath + "/images/ipxe/" + i8 + "/url", schemaPath: "node-settings.schema.json#/$defs/httpUrl/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#][^\\s]*$" }, message: 'must match pattern "^https?://[^\\s/?#][^\\s]*$"' };
                      if (vErrors === null) {
                        vErrors = [err146];
                      } else {
                        vErrors.push(err146);
                      }
                      errors++;
                    }
                  } else {
                    const err147 = { instancePath: instancePath + "/images/ipxe/" + i8 + "/url", schemaPath: "node-settings.schema.json#/$defs/httpUrl/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err147];
                    } else {
                      vErrors.push(err147);
                    }
                    errors++;
                  }
                }
                if (data75.path !== void 0) {
                  let data79 = data75.path;
                  if (typeof data79 === "string") {
                    if (!pattern96.test(data79)) {
                      const err148 = { instancePath: instancePath + "/images/ipxe/" + i8 + "/path", schemaPath: "#/properties/images/properties/ipxe/items/properties/path/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f]*[^\\u0000-\\u001f/]$" }, message: 'must match pattern "^[^\\u0000-\\u001f]*[^\\u0000-\\u001f/]$"' };
                      if (vErrors === null) {
                        vErrors = [err148];
                      } else {
                        vErrors.push(err148);
                      }
                      errors++;
                    }
                  } else {
                    const err149 = { instancePath: instancePath + "/images/ipxe/" + i8 + "/path", schemaPath: "#/properties/images/properties/ipxe/items/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err149];
                    } else {
                      vErrors.push(err149);
                    }
                    errors++;
                  }
                }
              } else {
                const err150 = { instancePath: instancePath + "/images/ipxe/" + i8, schemaPath: "#/properties/images/properties/ipxe/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err150];
                } else {
                  vErrors.push(err150);
                }
                errors++;
              }
            }
          } else {
            const err151 = { instancePath: instancePath + "/images/ipxe", schemaPath: "#/properties/images/properties/ipxe/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err151];
            } else {
              vErrors.push(err151);
            }
            errors++;
          }
        }
        if (data68.keys !== void 0) {
          let data80 = data68.keys;
          if (Array.isArray(data80)) {
            const len8 = data80.length;
            for (let i9 = 0; i9 < len8; i9++) {
              let data81 = data80[i9];
              if (typeof data81 === "string") {
                if (func2(data81) > 2e5) {
                  const err152 = { instancePath: instancePath + "/images/keys/" + i9, schemaPath: "#/properties/images/properties/keys/items/maxLength", keyword: "maxLength", params: { limit: 2e5 }, message: "must NOT have more than 200000 characters" };
                  if (vErrors === null) {
                    vErrors = [err152];
                  } else {
                    vErrors.push(err152);
                  }
                  errors++;
                }
                if (func2(data81) < 1) {
                  const err153 = { instancePath: instancePath + "/images/keys/" + i9, schemaPath: "#/properties/images/properties/keys/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err153];
                  } else {
                    vErrors.push(err153);
                  }
                  errors++;
                }
              } else {
                const err154 = { instancePath: instancePath + "/images/keys/" + i9, schemaPath: "#/properties/images/properties/keys/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err154];
                } else {
                  vErrors.push(err154);
                }
                errors++;
              }
            }
          } else {
            const err155 = { instancePath: instancePath + "/images/keys", schemaPath: "#/properties/images/properties/keys/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err155];
            } else {
              vErrors.push(err155);
            }
            errors++;
          }
        }
      } else {
        const err156 = { instancePath: instancePath + "/images", schemaPath: "#/properties/images/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err156];
        } else {
          vErrors.push(err156);
        }
        errors++;
      }
    }
    if (data.ssh !== void 0) {
      if (!validate43(data.ssh, { instancePath: instancePath + "/ssh", parentData: data, parentDataProperty: "ssh", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
        errors = vErrors.length;
      }
    }
    if (data.users !== void 0) {
      if (!validate45(data.users, { instancePath: instancePath + "/users", parentData: data, parentDataProperty: "users", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
        errors = vErrors.length;
      }
    }
    if (data.updates !== void 0) {
      let data84 = data.updates;
      if (data84 && typeof data84 == "object" && !Array.isArray(data84)) {
        for (const key15 in data84) {
          if (!(key15 === "strategy" || key15 === "windows")) {
            const err157 = { instancePath: instancePath + "/updates", schemaPath: "node-settings.schema.json#/$defs/updates/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err157];
            } else {
              vErrors.push(err157);
            }
            errors++;
          }
        }
        if (data84.strategy !== void 0) {
          let data85 = data84.strategy;
          if (!(data85 === "windows" || data85 === "immediate" || data85 === "off")) {
            const err158 = { instancePath: instancePath + "/updates/strategy", schemaPath: "node-settings.schema.json#/$defs/updates/properties/strategy/enum", keyword: "enum", params: { allowedValues: schema72.properties.strategy.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err158];
            } else {
              vErrors.push(err158);
            }
            errors++;
          }
        }
        if (data84.windows !== void 0) {
          let data86 = data84.windows;
          if (Array.isArray(data86)) {
            const len9 = data86.length;
            for (let i10 = 0; i10 < len9; i10++) {
              let data87 = data86[i10];
              if (data87 && typeof data87 == "object" && !Array.isArray(data87)) {
                if (data87.days === void 0) {
                  const err159 = { instancePath: instancePath + "/updates/windows/" + i10, schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/required", keyword: "required", params: { missingProperty: "days" }, message: "must have required property 'days'" };
                  if (vErrors === null) {
                    vErrors = [err159];
                  } else {
                    vErrors.push(err159);
                  }
                  errors++;
                }
                if (data87.start === void 0) {
                  const err160 = { instancePath: instancePath + "/updates/windows/" + i10, schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/required", keyword: "required", params: { missingProperty: "start" }, message: "must have required property 'start'" };
                  if (vErrors === null) {
                    vErrors = [err160];
                  } else {
                    vErrors.push(err160);
                  }
                  errors++;
                }
                if (data87.lengthMinutes === void 0) {
                  const err161 = { instancePath: instancePath + "/updates/windows/" + i10, schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/required", keyword: "required", params: { missingProperty: "lengthMinutes" }, message: "must have required property 'lengthMinutes'" };
                  if (vErrors === null) {
                    vErrors = [err161];
                  } else {
                    vErrors.push(err161);
                  }
                  errors++;
                }
                for (const key16 in data87) {
                  if (!(key16 === "days" || key16 === "start" || key16 === "lengthMinutes")) {
                    const err162 = { instancePath: instancePath + "/updates/windows/" + i10, schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err162];
                    } else {
                      vErrors.push(err162);
                    }
                    errors++;
                  }
                }
                if (data87.days !== void 0) {
                  let data88 = data87.days;
                  if (Array.isArray(data88)) {
                    if (data88.length < 1) {
                      const err163 = { instancePath: instancePath + "/updates/windows/" + i10 + "/days", schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/properties/days/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err163];
                      } else {
                        vErrors.push(err163);
                      }
                      errors++;
                    }
                    const len10 = data88.length;
                    for (let i11 = 0; i11 < len10; i11++) {
                      let data89 = data88[i11];
                      if (!(data89 === "Mon" || data89 === "Tue" || data89 === "Wed" || data89 === "Thu" || data89 === "Fri" || data89 === "Sat" || data89 === "Sun")) {
                        const err164 = { instancePath: instancePath + "/updates/windows/" + i10 + "/days/" + i11, schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/properties/days/items/enum", keyword: "enum", params: { allowedValues: schema72.properties.windows.items.properties.days.items.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err164];
                        } else {
                          vErrors.push(err164);
                        }
                        errors++;
                      }
                    }
                    let i12 = data88.length;
                    let j1;
                    if (i12 > 1) {
                      outer1:
                        for (; i12--; ) {
                          for (j1 = i12; j1--; ) {
                            if (func0(data88[i12], data88[j1])) {
                              const err165 = { instancePath: instancePath + "/updates/windows/" + i10 + "/days", schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/properties/days/uniqueItems", keyword: "uniqueItems", params: { i: i12, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i12 + " are identical)" };
                              if (vErrors === null) {
                                vErrors = [err165];
                              } else {
                                vErrors.push(err165);
                              }
                              errors++;
                              break outer1;
                            }
                          }
                        }
                    }
                  } else {
                    const err166 = { instancePath: instancePath + "/updates/windows/" + i10 + "/days", schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/properties/days/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err166];
                    } else {
                      vErrors.push(err166);
                    }
                    errors++;
                  }
                }
                if (data87.start !== void 0) {
                  let data90 = data87.start;
                  if (typeof data90 === "string") {
                    if (!pattern65.test(data90)) {
                      const err167 = { instancePath: instancePath + "/updates/windows/" + i10 + "/start", schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/properties/start/pattern", keyword: "pattern", params: { pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, message: 'must match pattern "^([01][0-9]|2[0-3]):[0-5][0-9]$"' };
                      if (vErrors === null) {
                        vErrors = [err167];
                      } else {
                        vErrors.push(err167);
                      }
                      errors++;
                    }
                  } else {
                    const err168 = { instancePath: instancePath + "/updates/windows/" + i10 + "/start", schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/properties/start/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err168];
                    } else {
                      vErrors.push(err168);
                    }
                    errors++;
                  }
                }
                if (data87.lengthMinutes !== void 0) {
                  let data91 = data87.lengthMinutes;
                  if (!(typeof data91 == "number" && (!(data91 % 1) && !isNaN(data91)) && isFinite(data91))) {
                    const err169 = { instancePath: instancePath + "/updates/windows/" + i10 + "/lengthMinutes", schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/properties/lengthMinutes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err169];
                    } else {
                      vErrors.push(err169);
                    }
                    errors++;
                  }
                  if (typeof data91 == "number" && isFinite(data91)) {
                    if (data91 > 10080 || isNaN(data91)) {
                      const err170 = { instancePath: instancePath + "/updates/windows/" + i10 + "/lengthMinutes", schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/properties/lengthMinutes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10080 }, message: "must be <= 10080" };
                      if (vErrors === null) {
                        vErrors = [err170];
                      } else {
                        vErrors.push(err170);
                      }
                      errors++;
                    }
                    if (data91 < 1 || isNaN(data91)) {
                      const err171 = { instancePath: instancePath + "/updates/windows/" + i10 + "/lengthMinutes", schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/properties/lengthMinutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                      if (vErrors === null) {
                        vErrors = [err171];
                      } else {
                        vErrors.push(err171);
                      }
                      errors++;
                    }
                  }
                }
              } else {
                const err172 = { instancePath: instancePath + "/updates/windows/" + i10, schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err172];
                } else {
                  vErrors.push(err172);
                }
                errors++;
              }
            }
          } else {
            const err173 = { instancePath: instancePath + "/updates/windows", schemaPath: "node-settings.schema.json#/$defs/updates/properties/windows/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err173];
            } else {
              vErrors.push(err173);
            }
            errors++;
          }
        }
      } else {
        const err174 = { instancePath: instancePath + "/updates", schemaPath: "node-settings.schema.json#/$defs/updates/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err174];
        } else {
          vErrors.push(err174);
        }
        errors++;
      }
    }
    if (data.timezone !== void 0) {
      let data92 = data.timezone;
      if (typeof data92 === "string") {
        if (!pattern66.test(data92)) {
          const err175 = { instancePath: instancePath + "/timezone", schemaPath: "node-settings.schema.json#/$defs/timezone/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$" }, message: 'must match pattern "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$"' };
          if (vErrors === null) {
            vErrors = [err175];
          } else {
            vErrors.push(err175);
          }
          errors++;
        }
      } else {
        const err176 = { instancePath: instancePath + "/timezone", schemaPath: "node-settings.schema.json#/$defs/timezone/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err176];
        } else {
          vErrors.push(err176);
        }
        errors++;
      }
    }
    if (data.defaults !== void 0) {
      let data93 = data.defaults;
      if (!validate21(data93, { instancePath: instancePath + "/defaults", parentData: data, parentDataProperty: "defaults", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
        errors = vErrors.length;
      }
      if (data93 && typeof data93 == "object" && !Array.isArray(data93)) {
        for (const key17 in data93) {
          if (key17 !== "gateway" && key17 !== "dns" && key17 !== "ntp" && key17 !== "vlan" && key17 !== "bond" && key17 !== "mtu" && key17 !== "role" && key17 !== "labels" && key17 !== "taints" && key17 !== "installDisk" && key17 !== "extraDisks" && key17 !== "kernelArguments" && key17 !== "console" && key17 !== "installer" && key17 !== "overlays" && key17 !== "localBoot" && key17 !== "power" && key17 !== "architecture" && key17 !== "coreos" && key17 !== "users" && key17 !== "ssh" && key17 !== "updates" && key17 !== "timezone") {
            const err177 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key17 }, message: "must NOT have unevaluated properties" };
            if (vErrors === null) {
              vErrors = [err177];
            } else {
              vErrors.push(err177);
            }
            errors++;
          }
        }
      } else {
        const err178 = { instancePath: instancePath + "/defaults", schemaPath: "#/properties/defaults/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err178];
        } else {
          vErrors.push(err178);
        }
        errors++;
      }
    }
    if (data.groups !== void 0) {
      let data94 = data.groups;
      if (Array.isArray(data94)) {
        const len11 = data94.length;
        for (let i13 = 0; i13 < len11; i13++) {
          let data95 = data94[i13];
          if (data95 && typeof data95 == "object" && !Array.isArray(data95)) {
            if (data95.name === void 0) {
              const err179 = { instancePath: instancePath + "/groups/" + i13, schemaPath: "#/properties/groups/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err179];
              } else {
                vErrors.push(err179);
              }
              errors++;
            }
            if (data95.match === void 0) {
              const err180 = { instancePath: instancePath + "/groups/" + i13, schemaPath: "#/properties/groups/items/required", keyword: "required", params: { missingProperty: "match" }, message: "must have required property 'match'" };
              if (vErrors === null) {
                vErrors = [err180];
              } else {
                vErrors.push(err180);
              }
              errors++;
            }
            if (data95.set === void 0) {
              const err181 = { instancePath: instancePath + "/groups/" + i13, schemaPath: "#/properties/groups/items/required", keyword: "required", params: { missingProperty: "set" }, message: "must have required property 'set'" };
              if (vErrors === null) {
                vErrors = [err181];
              } else {
                vErrors.push(err181);
              }
              errors++;
            }
            for (const key18 in data95) {
              if (!(key18 === "name" || key18 === "match" || key18 === "set")) {
                const err182 = { instancePath: instancePath + "/groups/" + i13, schemaPath: "#/properties/groups/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err182];
                } else {
                  vErrors.push(err182);
                }
                errors++;
              }
            }
            if (data95.name !== void 0) {
              let data96 = data95.name;
              if (typeof data96 === "string") {
                if (!pattern100.test(data96)) {
                  const err183 = { instancePath: instancePath + "/groups/" + i13 + "/name", schemaPath: "#/properties/groups/items/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$"' };
                  if (vErrors === null) {
                    vErrors = [err183];
                  } else {
                    vErrors.push(err183);
                  }
                  errors++;
                }
              } else {
                const err184 = { instancePath: instancePath + "/groups/" + i13 + "/name", schemaPath: "#/properties/groups/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err184];
                } else {
                  vErrors.push(err184);
                }
                errors++;
              }
            }
            if (data95.match !== void 0) {
              let data97 = data95.match;
              if (data97 && typeof data97 == "object" && !Array.isArray(data97)) {
                if (Object.keys(data97).length < 1) {
                  const err185 = { instancePath: instancePath + "/groups/" + i13 + "/match", schemaPath: "#/properties/groups/items/properties/match/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err185];
                  } else {
                    vErrors.push(err185);
                  }
                  errors++;
                }
                for (const key19 in data97) {
                  if (!(key19 === "role" || key19 === "labels" || key19 === "nodes")) {
                    const err186 = { instancePath: instancePath + "/groups/" + i13 + "/match", schemaPath: "#/properties/groups/items/properties/match/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err186];
                    } else {
                      vErrors.push(err186);
                    }
                    errors++;
                  }
                }
                if (data97.role !== void 0) {
                  let data98 = data97.role;
                  if (!(data98 === "server" || data98 === "agent" || data98 === "none")) {
                    const err187 = { instancePath: instancePath + "/groups/" + i13 + "/match/role", schemaPath: "#/properties/groups/items/properties/match/properties/role/enum", keyword: "enum", params: { allowedValues: schema31.properties.groups.items.properties.match.properties.role.enum }, message: "must be equal to one of the allowed values" };
                    if (vErrors === null) {
                      vErrors = [err187];
                    } else {
                      vErrors.push(err187);
                    }
                    errors++;
                  }
                }
                if (data97.labels !== void 0) {
                  let data99 = data97.labels;
                  if (data99 && typeof data99 == "object" && !Array.isArray(data99)) {
                    for (const key20 in data99) {
                      const _errs234 = errors;
                      if (typeof key20 === "string") {
                        if (!pattern9.test(key20)) {
                          const err188 = { instancePath: instancePath + "/groups/" + i13 + "/match/labels", schemaPath: "node-settings.schema.json#/$defs/labels/propertyNames/pattern", keyword: "pattern", params: { pattern: "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$" }, message: 'must match pattern "^([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$"', propertyName: key20 };
                          if (vErrors === null) {
                            vErrors = [err188];
                          } else {
                            vErrors.push(err188);
                          }
                          errors++;
                        }
                      }
                      var valid76 = _errs234 === errors;
                      if (!valid76) {
                        const err189 = { instancePath: instancePath + "/groups/" + i13 + "/match/labels", schemaPath: "node-settings.schema.json#/$defs/labels/propertyNames", keyword: "propertyNames", params: { propertyName: key20 }, message: "property name must be valid" };
                        if (vErrors === null) {
                          vErrors = [err189];
                        } else {
                          vErrors.push(err189);
                        }
                        errors++;
                      }
                    }
                    for (const key21 in data99) {
                      let data100 = data99[key21];
                      if (typeof data100 === "string") {
                        if (!pattern10.test(data100)) {
                          const err190 = { instancePath: instancePath + "/groups/" + i13 + "/match/labels/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "node-settings.schema.json#/$defs/labels/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$" }, message: 'must match pattern "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$"' };
                          if (vErrors === null) {
                            vErrors = [err190];
                          } else {
                            vErrors.push(err190);
                          }
                          errors++;
                        }
                      } else {
                        const err191 = { instancePath: instancePath + "/groups/" + i13 + "/match/labels/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "node-settings.schema.json#/$defs/labels/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err191];
                        } else {
                          vErrors.push(err191);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err192 = { instancePath: instancePath + "/groups/" + i13 + "/match/labels", schemaPath: "node-settings.schema.json#/$defs/labels/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    if (vErrors === null) {
                      vErrors = [err192];
                    } else {
                      vErrors.push(err192);
                    }
                    errors++;
                  }
                }
                if (data97.nodes !== void 0) {
                  let data101 = data97.nodes;
                  if (Array.isArray(data101)) {
                    if (data101.length < 1) {
                      const err193 = { instancePath: instancePath + "/groups/" + i13 + "/match/nodes", schemaPath: "#/properties/groups/items/properties/match/properties/nodes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err193];
                      } else {
                        vErrors.push(err193);
                      }
                      errors++;
                    }
                    const len12 = data101.length;
                    for (let i14 = 0; i14 < len12; i14++) {
                      let data102 = data101[i14];
                      if (typeof data102 === "string") {
                        if (func2(data102) < 1) {
                          const err194 = { instancePath: instancePath + "/groups/" + i13 + "/match/nodes/" + i14, schemaPath: "#/properties/groups/items/properties/match/properties/nodes/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err194];
                          } else {
                            vErrors.push(err194);
                          }
                          errors++;
                        }
                      } else {
                        const err195 = { instancePath: instancePath + "/groups/" + i13 + "/match/nodes/" + i14, schemaPath: "#/properties/groups/items/properties/match/properties/nodes/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err195];
                        } else {
                          vErrors.push(err195);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err196 = { instancePath: instancePath + "/groups/" + i13 + "/match/nodes", schemaPath: "#/properties/groups/items/properties/match/properties/nodes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err196];
                    } else {
                      vErrors.push(err196);
                    }
                    errors++;
                  }
                }
              } else {
                const err197 = { instancePath: instancePath + "/groups/" + i13 + "/match", schemaPath: "#/properties/groups/items/properties/match/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err197];
                } else {
                  vErrors.push(err197);
                }
                errors++;
              }
            }
            if (data95.set !== void 0) {
              let data103 = data95.set;
              if (!validate21(data103, { instancePath: instancePath + "/groups/" + i13 + "/set", parentData: data95, parentDataProperty: "set", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
                errors = vErrors.length;
              }
              if (data103 && typeof data103 == "object" && !Array.isArray(data103)) {
                for (const key22 in data103) {
                  if (key22 !== "gateway" && key22 !== "dns" && key22 !== "ntp" && key22 !== "vlan" && key22 !== "bond" && key22 !== "mtu" && key22 !== "role" && key22 !== "labels" && key22 !== "taints" && key22 !== "installDisk" && key22 !== "extraDisks" && key22 !== "kernelArguments" && key22 !== "console" && key22 !== "installer" && key22 !== "overlays" && key22 !== "localBoot" && key22 !== "power" && key22 !== "architecture" && key22 !== "coreos" && key22 !== "users" && key22 !== "ssh" && key22 !== "updates" && key22 !== "timezone") {
                    const err198 = { instancePath: instancePath + "/groups/" + i13 + "/set", schemaPath: "#/properties/groups/items/properties/set/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key22 }, message: "must NOT have unevaluated properties" };
                    if (vErrors === null) {
                      vErrors = [err198];
                    } else {
                      vErrors.push(err198);
                    }
                    errors++;
                  }
                }
              } else {
                const err199 = { instancePath: instancePath + "/groups/" + i13 + "/set", schemaPath: "#/properties/groups/items/properties/set/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err199];
                } else {
                  vErrors.push(err199);
                }
                errors++;
              }
            }
          } else {
            const err200 = { instancePath: instancePath + "/groups/" + i13, schemaPath: "#/properties/groups/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err200];
            } else {
              vErrors.push(err200);
            }
            errors++;
          }
        }
      } else {
        const err201 = { instancePath: instancePath + "/groups", schemaPath: "#/properties/groups/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err201];
        } else {
          vErrors.push(err201);
        }
        errors++;
      }
    }
    if (data.overlays !== void 0) {
      if (!validate50(data.overlays, { instancePath: instancePath + "/overlays", parentData: data, parentDataProperty: "overlays", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
        errors = vErrors.length;
      }
    }
    if (data.rules !== void 0) {
      let data105 = data.rules;
      if (data105 && typeof data105 == "object" && !Array.isArray(data105)) {
        for (const key23 in data105) {
          const _errs249 = errors;
          if (typeof key23 === "string") {
            if (!pattern105.test(key23)) {
              const err202 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/propertyNames/pattern", keyword: "pattern", params: { pattern: "^PL[0-9]{4}$" }, message: 'must match pattern "^PL[0-9]{4}$"', propertyName: key23 };
              if (vErrors === null) {
                vErrors = [err202];
              } else {
                vErrors.push(err202);
              }
              errors++;
            }
          }
          var valid81 = _errs249 === errors;
          if (!valid81) {
            const err203 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/propertyNames", keyword: "propertyNames", params: { propertyName: key23 }, message: "property name must be valid" };
            if (vErrors === null) {
              vErrors = [err203];
            } else {
              vErrors.push(err203);
            }
            errors++;
          }
        }
        for (const key24 in data105) {
          let data106 = data105[key24];
          if (!(data106 === "off" || data106 === "warning" || data106 === "error")) {
            const err204 = { instancePath: instancePath + "/rules/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema31.properties.rules.additionalProperties.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err204];
            } else {
              vErrors.push(err204);
            }
            errors++;
          }
        }
      } else {
        const err205 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err205];
        } else {
          vErrors.push(err205);
        }
        errors++;
      }
    }
  } else {
    const err206 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err206];
    } else {
      vErrors.push(err206);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateNode = validate52;
var pattern108 = new RegExp("^(dhcp|((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]))$", "u");
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!validate21(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
    errors = vErrors.length;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.macs === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "macs" }, message: "must have required property 'macs'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.address === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.hostname !== void 0) {
      let data0 = data.hostname;
      if (typeof data0 === "string") {
        if (func2(data0) > 253) {
          const err2 = { instancePath: instancePath + "/hostname", schemaPath: "node-settings.schema.json#/$defs/hostname/maxLength", keyword: "maxLength", params: { limit: 253 }, message: "must NOT have more than 253 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (!pattern5.test(data0)) {
          const err3 = { instancePath: instancePath + "/hostname", schemaPath: "node-settings.schema.json#/$defs/hostname/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$" }, message: 'must match pattern "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/hostname", schemaPath: "node-settings.schema.json#/$defs/hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.macs !== void 0) {
      let data1 = data.macs;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          const err5 = { instancePath: instancePath + "/macs", schemaPath: "#/properties/macs/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (!pattern6.test(data2)) {
              const err6 = { instancePath: instancePath + "/macs/" + i0, schemaPath: "node-settings.schema.json#/$defs/mac/pattern", keyword: "pattern", params: { pattern: "^([0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{12})$" }, message: 'must match pattern "^([0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{12})$"' };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/macs/" + i0, schemaPath: "node-settings.schema.json#/$defs/mac/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/macs", schemaPath: "#/properties/macs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.address !== void 0) {
      let data3 = data.address;
      if (typeof data3 === "string") {
        if (!pattern108.test(data3)) {
          const err9 = { instancePath: instancePath + "/address", schemaPath: "node-settings.schema.json#/$defs/address/pattern", keyword: "pattern", params: { pattern: "^(dhcp|((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]))$" }, message: 'must match pattern "^(dhcp|((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]))$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/address", schemaPath: "node-settings.schema.json#/$defs/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.firstServer !== void 0) {
      if (typeof data.firstServer !== "boolean") {
        const err11 = { instancePath: instancePath + "/firstServer", schemaPath: "#/properties/firstServer/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.sshHostKey !== void 0) {
      let data5 = data.sshHostKey;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.secret === void 0) {
          const err12 = { instancePath: instancePath + "/sshHostKey", schemaPath: "node-settings.schema.json#/$defs/secret/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        for (const key0 in data5) {
          if (!(key0 === "secret" || key0 === "version")) {
            const err13 = { instancePath: instancePath + "/sshHostKey", schemaPath: "node-settings.schema.json#/$defs/secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data5.secret !== void 0) {
          let data6 = data5.secret;
          if (typeof data6 === "string") {
            if (!pattern36.test(data6)) {
              const err14 = { instancePath: instancePath + "/sshHostKey/secret", schemaPath: "node-settings.schema.json#/$defs/secret/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]{0,99}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]{0,99}$"' };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/sshHostKey/secret", schemaPath: "node-settings.schema.json#/$defs/secret/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data5.version !== void 0) {
          let data7 = data5.version;
          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
            const err16 = { instancePath: instancePath + "/sshHostKey/version", schemaPath: "node-settings.schema.json#/$defs/secret/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 999999999 || isNaN(data7)) {
              const err17 = { instancePath: instancePath + "/sshHostKey/version", schemaPath: "node-settings.schema.json#/$defs/secret/properties/version/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999 }, message: "must be <= 999999999" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (data7 < 1 || isNaN(data7)) {
              const err18 = { instancePath: instancePath + "/sshHostKey/version", schemaPath: "node-settings.schema.json#/$defs/secret/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/sshHostKey", schemaPath: "node-settings.schema.json#/$defs/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      if (key1 !== "hostname" && key1 !== "macs" && key1 !== "address" && key1 !== "firstServer" && key1 !== "sshHostKey" && key1 !== "gateway" && key1 !== "dns" && key1 !== "ntp" && key1 !== "vlan" && key1 !== "bond" && key1 !== "mtu" && key1 !== "role" && key1 !== "labels" && key1 !== "taints" && key1 !== "installDisk" && key1 !== "extraDisks" && key1 !== "kernelArguments" && key1 !== "console" && key1 !== "installer" && key1 !== "overlays" && key1 !== "localBoot" && key1 !== "power" && key1 !== "architecture" && key1 !== "coreos" && key1 !== "users" && key1 !== "ssh" && key1 !== "updates" && key1 !== "timezone") {
        const err20 = { instancePath, schemaPath: "#/unevaluatedProperties", keyword: "unevaluatedProperties", params: { unevaluatedProperty: key1 }, message: "must NOT have unevaluated properties" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
  } else {
    const err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err21];
    } else {
      vErrors.push(err21);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateImagesLock = validate54;
var schema116 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "images-lock.schema.json", "type": "object", "properties": { "coreos": { "type": "array", "items": { "type": "object", "properties": { "stream": { "type": "string", "pattern": "^[a-z][a-z0-9-]*$" }, "version": { "type": "string", "pattern": "^[0-9]+\\.[0-9]{8}\\.[0-9]+\\.[0-9]+$" }, "architecture": { "enum": ["x86_64", "aarch64"] }, "kernel": { "$ref": "#/$defs/lockedFile" }, "initramfs": { "$ref": "#/$defs/lockedFile" }, "rootfs": { "$ref": "#/$defs/lockedFile" }, "metalImage": { "$ref": "#/$defs/lockedFile" } }, "required": ["stream", "version", "architecture", "kernel", "initramfs", "rootfs"], "additionalProperties": false } }, "k3s": { "type": "array", "items": { "type": "object", "properties": { "version": { "type": "string", "pattern": "^v[0-9]+\\.[0-9]+\\.[0-9]+(-rc[0-9]+)?\\+k3s[0-9]+$" }, "architecture": { "enum": ["x86_64", "aarch64"] }, "binary": { "$ref": "#/$defs/lockedFile" }, "airgapImages": { "$ref": "#/$defs/lockedFile" }, "installScript": { "$ref": "#/$defs/lockedFile" } }, "required": ["version", "architecture", "binary"], "additionalProperties": false } }, "ipxe": { "type": "array", "items": { "type": "object", "properties": { "architecture": { "enum": ["x86_64", "aarch64"] }, "name": { "enum": ["snponly.efi", "ipxe.efi"] }, "url": { "type": "string", "pattern": "^https?://[^\\s/?#]+/[^\\s]*[^\\s/]$" }, "path": { "type": "string", "pattern": "^[^\\u0000-\\u001f]*[^\\u0000-\\u001f/]$" }, "sha256": { "$ref": "#/$defs/sha256" }, "size": { "type": "integer", "minimum": 0 } }, "required": ["architecture", "name", "sha256"], "additionalProperties": false } } }, "additionalProperties": false, "$defs": { "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }, "lockedFile": { "type": "object", "properties": { "url": { "type": "string", "pattern": "^https?://[^\\s/?#]+/[^\\s]*[^\\s/]$" }, "sha256": { "$ref": "#/$defs/sha256" }, "size": { "type": "integer", "minimum": 0 }, "signature": { "type": "string", "pattern": "^https?://[^\\s/?#]+/[^\\s]*[^\\s/]$" }, "signatureSha256": { "$ref": "#/$defs/sha256" }, "signatureSize": { "type": "integer", "minimum": 1 } }, "required": ["url", "sha256"], "additionalProperties": false } } };
var pattern112 = new RegExp("^https?://[^\\s/?#]+/[^\\s]*[^\\s/]$", "u");
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.url === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.sha256 === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sha256" }, message: "must have required property 'sha256'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "url" || key0 === "sha256" || key0 === "size" || key0 === "signature" || key0 === "signatureSha256" || key0 === "signatureSize")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data0 = data.url;
      if (typeof data0 === "string") {
        if (!pattern112.test(data0)) {
          const err3 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#]+/[^\\s]*[^\\s/]$" }, message: 'must match pattern "^https?://[^\\s/?#]+/[^\\s]*[^\\s/]$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.sha256 !== void 0) {
      let data1 = data.sha256;
      if (typeof data1 === "string") {
        if (!pattern35.test(data1)) {
          const err5 = { instancePath: instancePath + "/sha256", schemaPath: "#/$defs/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/sha256", schemaPath: "#/$defs/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.size !== void 0) {
      let data2 = data.size;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
        const err7 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 0 || isNaN(data2)) {
          const err8 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.signature !== void 0) {
      let data3 = data.signature;
      if (typeof data3 === "string") {
        if (!pattern112.test(data3)) {
          const err9 = { instancePath: instancePath + "/signature", schemaPath: "#/properties/signature/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#]+/[^\\s]*[^\\s/]$" }, message: 'must match pattern "^https?://[^\\s/?#]+/[^\\s]*[^\\s/]$"' };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/signature", schemaPath: "#/properties/signature/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.signatureSha256 !== void 0) {
      let data4 = data.signatureSha256;
      if (typeof data4 === "string") {
        if (!pattern35.test(data4)) {
          const err11 = { instancePath: instancePath + "/signatureSha256", schemaPath: "#/$defs/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/signatureSha256", schemaPath: "#/$defs/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.signatureSize !== void 0) {
      let data5 = data.signatureSize;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err13 = { instancePath: instancePath + "/signatureSize", schemaPath: "#/properties/signatureSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 < 1 || isNaN(data5)) {
          const err14 = { instancePath: instancePath + "/signatureSize", schemaPath: "#/properties/signatureSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate54.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "coreos" || key0 === "k3s" || key0 === "ipxe")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.coreos !== void 0) {
      let data0 = data.coreos;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.stream === void 0) {
              const err1 = { instancePath: instancePath + "/coreos/" + i0, schemaPath: "#/properties/coreos/items/required", keyword: "required", params: { missingProperty: "stream" }, message: "must have required property 'stream'" };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
            if (data1.version === void 0) {
              const err2 = { instancePath: instancePath + "/coreos/" + i0, schemaPath: "#/properties/coreos/items/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            if (data1.architecture === void 0) {
              const err3 = { instancePath: instancePath + "/coreos/" + i0, schemaPath: "#/properties/coreos/items/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            if (data1.kernel === void 0) {
              const err4 = { instancePath: instancePath + "/coreos/" + i0, schemaPath: "#/properties/coreos/items/required", keyword: "required", params: { missingProperty: "kernel" }, message: "must have required property 'kernel'" };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            if (data1.initramfs === void 0) {
              const err5 = { instancePath: instancePath + "/coreos/" + i0, schemaPath: "#/properties/coreos/items/required", keyword: "required", params: { missingProperty: "initramfs" }, message: "must have required property 'initramfs'" };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (data1.rootfs === void 0) {
              const err6 = { instancePath: instancePath + "/coreos/" + i0, schemaPath: "#/properties/coreos/items/required", keyword: "required", params: { missingProperty: "rootfs" }, message: "must have required property 'rootfs'" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            for (const key1 in data1) {
              if (!(key1 === "stream" || key1 === "version" || key1 === "architecture" || key1 === "kernel" || key1 === "initramfs" || key1 === "rootfs" || key1 === "metalImage")) {
                const err7 = { instancePath: instancePath + "/coreos/" + i0, schemaPath: "#/properties/coreos/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
            if (data1.stream !== void 0) {
              let data2 = data1.stream;
              if (typeof data2 === "string") {
                if (!pattern58.test(data2)) {
                  const err8 = { instancePath: instancePath + "/coreos/" + i0 + "/stream", schemaPath: "#/properties/coreos/items/properties/stream/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" }, message: 'must match pattern "^[a-z][a-z0-9-]*$"' };
                  if (vErrors === null) {
                    vErrors = [err8];
                  } else {
                    vErrors.push(err8);
                  }
                  errors++;
                }
              } else {
                const err9 = { instancePath: instancePath + "/coreos/" + i0 + "/stream", schemaPath: "#/properties/coreos/items/properties/stream/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
            if (data1.version !== void 0) {
              let data3 = data1.version;
              if (typeof data3 === "string") {
                if (!pattern59.test(data3)) {
                  const err10 = { instancePath: instancePath + "/coreos/" + i0 + "/version", schemaPath: "#/properties/coreos/items/properties/version/pattern", keyword: "pattern", params: { pattern: "^[0-9]+\\.[0-9]{8}\\.[0-9]+\\.[0-9]+$" }, message: 'must match pattern "^[0-9]+\\.[0-9]{8}\\.[0-9]+\\.[0-9]+$"' };
                  if (vErrors === null) {
                    vErrors = [err10];
                  } else {
                    vErrors.push(err10);
                  }
                  errors++;
                }
              } else {
                const err11 = { instancePath: instancePath + "/coreos/" + i0 + "/version", schemaPath: "#/properties/coreos/items/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
            if (data1.architecture !== void 0) {
              let data4 = data1.architecture;
              if (!(data4 === "x86_64" || data4 === "aarch64")) {
                const err12 = { instancePath: instancePath + "/coreos/" + i0 + "/architecture", schemaPath: "#/properties/coreos/items/properties/architecture/enum", keyword: "enum", params: { allowedValues: schema116.properties.coreos.items.properties.architecture.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data1.kernel !== void 0) {
              if (!validate55(data1.kernel, { instancePath: instancePath + "/coreos/" + i0 + "/kernel", parentData: data1, parentDataProperty: "kernel", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                errors = vErrors.length;
              }
            }
            if (data1.initramfs !== void 0) {
              if (!validate55(data1.initramfs, { instancePath: instancePath + "/coreos/" + i0 + "/initramfs", parentData: data1, parentDataProperty: "initramfs", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                errors = vErrors.length;
              }
            }
            if (data1.rootfs !== void 0) {
              if (!validate55(data1.rootfs, { instancePath: instancePath + "/coreos/" + i0 + "/rootfs", parentData: data1, parentDataProperty: "rootfs", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                errors = vErrors.length;
              }
            }
            if (data1.metalImage !== void 0) {
              if (!validate55(data1.metalImage, { instancePath: instancePath + "/coreos/" + i0 + "/metalImage", parentData: data1, parentDataProperty: "metalImage", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err13 = { instancePath: instancePath + "/coreos/" + i0, schemaPath: "#/properties/coreos/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/coreos", schemaPath: "#/properties/coreos/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.k3s !== void 0) {
      let data9 = data.k3s;
      if (Array.isArray(data9)) {
        const len1 = data9.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data10 = data9[i1];
          if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
            if (data10.version === void 0) {
              const err15 = { instancePath: instancePath + "/k3s/" + i1, schemaPath: "#/properties/k3s/items/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (data10.architecture === void 0) {
              const err16 = { instancePath: instancePath + "/k3s/" + i1, schemaPath: "#/properties/k3s/items/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (data10.binary === void 0) {
              const err17 = { instancePath: instancePath + "/k3s/" + i1, schemaPath: "#/properties/k3s/items/required", keyword: "required", params: { missingProperty: "binary" }, message: "must have required property 'binary'" };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            for (const key2 in data10) {
              if (!(key2 === "version" || key2 === "architecture" || key2 === "binary" || key2 === "airgapImages" || key2 === "installScript")) {
                const err18 = { instancePath: instancePath + "/k3s/" + i1, schemaPath: "#/properties/k3s/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
            if (data10.version !== void 0) {
              let data11 = data10.version;
              if (typeof data11 === "string") {
                if (!pattern79.test(data11)) {
                  const err19 = { instancePath: instancePath + "/k3s/" + i1 + "/version", schemaPath: "#/properties/k3s/items/properties/version/pattern", keyword: "pattern", params: { pattern: "^v[0-9]+\\.[0-9]+\\.[0-9]+(-rc[0-9]+)?\\+k3s[0-9]+$" }, message: 'must match pattern "^v[0-9]+\\.[0-9]+\\.[0-9]+(-rc[0-9]+)?\\+k3s[0-9]+$"' };
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
              } else {
                const err20 = { instancePath: instancePath + "/k3s/" + i1 + "/version", schemaPath: "#/properties/k3s/items/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            if (data10.architecture !== void 0) {
              let data12 = data10.architecture;
              if (!(data12 === "x86_64" || data12 === "aarch64")) {
                const err21 = { instancePath: instancePath + "/k3s/" + i1 + "/architecture", schemaPath: "#/properties/k3s/items/properties/architecture/enum", keyword: "enum", params: { allowedValues: schema116.properties.k3s.items.properties.architecture.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data10.binary !== void 0) {
              if (!validate55(data10.binary, { instancePath: instancePath + "/k3s/" + i1 + "/binary", parentData: data10, parentDataProperty: "binary", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                errors = vErrors.length;
              }
            }
            if (data10.airgapImages !== void 0) {
              if (!validate55(data10.airgapImages, { instancePath: instancePath + "/k3s/" + i1 + "/airgapImages", parentData: data10, parentDataProperty: "airgapImages", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                errors = vErrors.length;
              }
            }
            if (data10.installScript !== void 0) {
              if (!validate55(data10.installScript, { instancePath: instancePath + "/k3s/" + i1 + "/installScript", parentData: data10, parentDataProperty: "installScript", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err22 = { instancePath: instancePath + "/k3s/" + i1, schemaPath: "#/properties/k3s/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/k3s", schemaPath: "#/properties/k3s/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.ipxe !== void 0) {
      let data16 = data.ipxe;
      if (Array.isArray(data16)) {
        const len2 = data16.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data17 = data16[i2];
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            if (data17.architecture === void 0) {
              const err24 = { instancePath: instancePath + "/ipxe/" + i2, schemaPath: "#/properties/ipxe/items/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data17.name === void 0) {
              const err25 = { instancePath: instancePath + "/ipxe/" + i2, schemaPath: "#/properties/ipxe/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            if (data17.sha256 === void 0) {
              const err26 = { instancePath: instancePath + "/ipxe/" + i2, schemaPath: "#/properties/ipxe/items/required", keyword: "required", params: { missingProperty: "sha256" }, message: "must have required property 'sha256'" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            for (const key3 in data17) {
              if (!(key3 === "architecture" || key3 === "name" || key3 === "url" || key3 === "path" || key3 === "sha256" || key3 === "size")) {
                const err27 = { instancePath: instancePath + "/ipxe/" + i2, schemaPath: "#/properties/ipxe/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data17.architecture !== void 0) {
              let data18 = data17.architecture;
              if (!(data18 === "x86_64" || data18 === "aarch64")) {
                const err28 = { instancePath: instancePath + "/ipxe/" + i2 + "/architecture", schemaPath: "#/properties/ipxe/items/properties/architecture/enum", keyword: "enum", params: { allowedValues: schema116.properties.ipxe.items.properties.architecture.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data17.name !== void 0) {
              let data19 = data17.name;
              if (!(data19 === "snponly.efi" || data19 === "ipxe.efi")) {
                const err29 = { instancePath: instancePath + "/ipxe/" + i2 + "/name", schemaPath: "#/properties/ipxe/items/properties/name/enum", keyword: "enum", params: { allowedValues: schema116.properties.ipxe.items.properties.name.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
            if (data17.url !== void 0) {
              let data20 = data17.url;
              if (typeof data20 === "string") {
                if (!pattern112.test(data20)) {
                  const err30 = { instancePath: instancePath + "/ipxe/" + i2 + "/url", schemaPath: "#/properties/ipxe/items/properties/url/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/?#]+/[^\\s]*[^\\s/]$" }, message: 'must match pattern "^https?://[^\\s/?#]+/[^\\s]*[^\\s/]$"' };
                  if (vErrors === null) {
                    vErrors = [err30];
                  } else {
                    vErrors.push(err30);
                  }
                  errors++;
                }
              } else {
                const err31 = { instancePath: instancePath + "/ipxe/" + i2 + "/url", schemaPath: "#/properties/ipxe/items/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data17.path !== void 0) {
              let data21 = data17.path;
              if (typeof data21 === "string") {
                if (!pattern96.test(data21)) {
                  const err32 = { instancePath: instancePath + "/ipxe/" + i2 + "/path", schemaPath: "#/properties/ipxe/items/properties/path/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f]*[^\\u0000-\\u001f/]$" }, message: 'must match pattern "^[^\\u0000-\\u001f]*[^\\u0000-\\u001f/]$"' };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              } else {
                const err33 = { instancePath: instancePath + "/ipxe/" + i2 + "/path", schemaPath: "#/properties/ipxe/items/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data17.sha256 !== void 0) {
              let data22 = data17.sha256;
              if (typeof data22 === "string") {
                if (!pattern35.test(data22)) {
                  const err34 = { instancePath: instancePath + "/ipxe/" + i2 + "/sha256", schemaPath: "#/$defs/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
              } else {
                const err35 = { instancePath: instancePath + "/ipxe/" + i2 + "/sha256", schemaPath: "#/$defs/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
            if (data17.size !== void 0) {
              let data23 = data17.size;
              if (!(typeof data23 == "number" && (!(data23 % 1) && !isNaN(data23)) && isFinite(data23))) {
                const err36 = { instancePath: instancePath + "/ipxe/" + i2 + "/size", schemaPath: "#/properties/ipxe/items/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
              if (typeof data23 == "number" && isFinite(data23)) {
                if (data23 < 0 || isNaN(data23)) {
                  const err37 = { instancePath: instancePath + "/ipxe/" + i2 + "/size", schemaPath: "#/properties/ipxe/items/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err38 = { instancePath: instancePath + "/ipxe/" + i2, schemaPath: "#/properties/ipxe/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
      } else {
        const err39 = { instancePath: instancePath + "/ipxe", schemaPath: "#/properties/ipxe/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
  } else {
    const err40 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err40];
    } else {
      vErrors.push(err40);
    }
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}
validate54.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateManifest = validate63;
var schema121 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "manifest.schema.json", "type": "object", "properties": { "schemaVersion": { "const": 1 }, "release": { "type": "object", "properties": { "id": { "$ref": "#/$defs/sha256" } }, "required": ["id"], "additionalProperties": false }, "versions": { "type": "object", "properties": { "pilotlight": { "type": "string", "minLength": 1 }, "translator": { "type": "string", "minLength": 1 }, "butaneSpec": { "type": "string", "minLength": 1 } }, "required": ["pilotlight", "translator", "butaneSpec"], "additionalProperties": false }, "site": { "type": "object", "properties": { "name": { "type": "string", "minLength": 1 }, "domain": { "type": "string", "minLength": 1 }, "router": { "type": "object", "properties": { "address": { "type": "string", "minLength": 1 }, "url": { "type": "string", "minLength": 1 } }, "required": ["address", "url"], "additionalProperties": false }, "unknownMachines": { "enum": ["ignore", "localBoot", "discover"] } }, "required": ["name", "domain", "router", "unknownMachines"], "additionalProperties": false }, "cluster": { "type": "object", "properties": { "version": { "type": "string", "minLength": 1 }, "source": { "enum": ["router", "upstream"] }, "servers": { "type": "array", "items": { "$ref": "#/$defs/hostname" } }, "firstServer": { "$ref": "#/$defs/hostname" }, "upgrade": { "enum": ["reimage", "inPlace"] } }, "required": ["version", "source", "servers", "firstServer"], "additionalProperties": false }, "nodes": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string", "minLength": 1 }, "hostname": { "$ref": "#/$defs/hostname" }, "role": { "enum": ["server", "agent", "none"] }, "address": { "type": "string", "minLength": 1 }, "macs": { "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1 }, "architecture": { "enum": ["x86_64", "aarch64"] }, "coreos": { "type": "string", "minLength": 1 }, "kernelArguments": { "type": "array", "items": { "type": "string", "minLength": 1 } }, "disks": { "type": "object", "properties": { "install": { "type": "string", "minLength": 1 }, "keepPartitions": { "type": "array", "items": { "type": "string", "minLength": 1 } }, "extra": { "type": "array", "items": { "type": "object", "properties": { "device": { "type": "string", "minLength": 1 }, "filesystem": { "type": "string", "minLength": 1 }, "label": { "type": "string", "minLength": 1 }, "mount": { "type": "string", "minLength": 1 }, "wipe": { "type": "boolean" } }, "required": ["device", "filesystem", "label", "wipe"], "additionalProperties": false } } }, "required": ["install", "keepPartitions", "extra"], "additionalProperties": false }, "variants": { "type": "array", "items": { "type": "object", "properties": { "variant": { "enum": ["bootstrap", "join", "agent", "none"] }, "digest": { "$ref": "#/$defs/sha256" }, "config": { "$ref": "#/$defs/path" }, "ignition": { "$ref": "#/$defs/path" }, "install": { "$ref": "#/$defs/path" } }, "required": ["variant", "digest", "config", "ignition", "install"], "additionalProperties": false }, "minItems": 1 }, "scripts": { "type": "array", "items": { "$ref": "#/$defs/path" } } }, "required": ["name", "hostname", "role", "address", "macs", "architecture", "kernelArguments", "disks", "variants", "scripts"], "additionalProperties": false } }, "files": { "type": "array", "items": { "type": "object", "properties": { "path": { "$ref": "#/$defs/path" }, "sha256": { "$ref": "#/$defs/sha256" }, "size": { "type": "integer", "minimum": 0 } }, "required": ["path", "sha256", "size"], "additionalProperties": false } }, "images": { "type": "array", "items": { "type": "object", "properties": { "version": { "type": "string", "minLength": 1 }, "stream": { "type": "string", "minLength": 1 }, "architecture": { "enum": ["x86_64", "aarch64"] }, "kernel": { "$ref": "#/$defs/image" }, "initramfs": { "$ref": "#/$defs/image" }, "rootfs": { "$ref": "#/$defs/image" }, "metalImage": { "$ref": "#/$defs/image" } }, "required": ["version", "stream", "architecture", "kernel", "initramfs", "rootfs"], "additionalProperties": false } }, "k3s": { "type": "array", "items": { "type": "object", "properties": { "version": { "type": "string", "pattern": "^v[0-9]+\\.[0-9]+\\.[0-9]+(-rc[0-9]+)?\\+k3s[0-9]+$" }, "architecture": { "enum": ["x86_64", "aarch64"] }, "files": { "type": "array", "items": { "$ref": "#/$defs/image" }, "minItems": 1 } }, "required": ["version", "architecture", "files"], "additionalProperties": false }, "minItems": 1 }, "secrets": { "type": "array", "items": { "type": "object", "properties": { "secret": { "type": "string", "minLength": 1 }, "version": { "type": "integer", "minimum": 1 } }, "required": ["secret", "version"], "additionalProperties": false } } }, "required": ["schemaVersion", "release", "versions", "site", "nodes", "files", "images", "secrets"], "additionalProperties": false, "$defs": { "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }, "path": { "type": "string", "minLength": 1 }, "hostname": { "type": "string", "minLength": 1 }, "image": { "type": "object", "properties": { "name": { "type": "string", "minLength": 1 }, "url": { "type": "string", "minLength": 1 }, "sha256": { "$ref": "#/$defs/sha256" }, "size": { "type": "integer", "minimum": 0 }, "signature": { "type": "string", "minLength": 1 }, "signatureSha256": { "$ref": "#/$defs/sha256" }, "signatureSize": { "type": "integer", "minimum": 1 } }, "required": ["name", "url", "sha256"], "additionalProperties": false } } };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate64.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.url === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.sha256 === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "sha256" }, message: "must have required property 'sha256'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "url" || key0 === "sha256" || key0 === "size" || key0 === "signature" || key0 === "signatureSha256" || key0 === "signatureSize")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data1 = data.url;
      if (typeof data1 === "string") {
        if (func2(data1) < 1) {
          const err6 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.sha256 !== void 0) {
      let data2 = data.sha256;
      if (typeof data2 === "string") {
        if (!pattern35.test(data2)) {
          const err8 = { instancePath: instancePath + "/sha256", schemaPath: "#/$defs/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/sha256", schemaPath: "#/$defs/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.size !== void 0) {
      let data3 = data.size;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err10 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 < 0 || isNaN(data3)) {
          const err11 = { instancePath: instancePath + "/size", schemaPath: "#/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.signature !== void 0) {
      let data4 = data.signature;
      if (typeof data4 === "string") {
        if (func2(data4) < 1) {
          const err12 = { instancePath: instancePath + "/signature", schemaPath: "#/properties/signature/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/signature", schemaPath: "#/properties/signature/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.signatureSha256 !== void 0) {
      let data5 = data.signatureSha256;
      if (typeof data5 === "string") {
        if (!pattern35.test(data5)) {
          const err14 = { instancePath: instancePath + "/signatureSha256", schemaPath: "#/$defs/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/signatureSha256", schemaPath: "#/$defs/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.signatureSize !== void 0) {
      let data6 = data.signatureSize;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
        const err16 = { instancePath: instancePath + "/signatureSize", schemaPath: "#/properties/signatureSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 < 1 || isNaN(data6)) {
          const err17 = { instancePath: instancePath + "/signatureSize", schemaPath: "#/properties/signatureSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate64.errors = vErrors;
  return errors === 0;
}
validate64.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.schemaVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "schemaVersion" }, message: "must have required property 'schemaVersion'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.release === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "release" }, message: "must have required property 'release'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.versions === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "versions" }, message: "must have required property 'versions'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.site === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "site" }, message: "must have required property 'site'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.nodes === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "nodes" }, message: "must have required property 'nodes'" };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.files === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'" };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.images === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "images" }, message: "must have required property 'images'" };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.secrets === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "secrets" }, message: "must have required property 'secrets'" };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema121.properties, key0)) {
        const err8 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.schemaVersion !== void 0) {
      if (1 !== data.schemaVersion) {
        const err9 = { instancePath: instancePath + "/schemaVersion", schemaPath: "#/properties/schemaVersion/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.release !== void 0) {
      let data1 = data.release;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.id === void 0) {
          const err10 = { instancePath: instancePath + "/release", schemaPath: "#/properties/release/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        for (const key1 in data1) {
          if (!(key1 === "id")) {
            const err11 = { instancePath: instancePath + "/release", schemaPath: "#/properties/release/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data1.id !== void 0) {
          let data2 = data1.id;
          if (typeof data2 === "string") {
            if (!pattern35.test(data2)) {
              const err12 = { instancePath: instancePath + "/release/id", schemaPath: "#/$defs/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/release/id", schemaPath: "#/$defs/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/release", schemaPath: "#/properties/release/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.versions !== void 0) {
      let data3 = data.versions;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.pilotlight === void 0) {
          const err15 = { instancePath: instancePath + "/versions", schemaPath: "#/properties/versions/required", keyword: "required", params: { missingProperty: "pilotlight" }, message: "must have required property 'pilotlight'" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data3.translator === void 0) {
          const err16 = { instancePath: instancePath + "/versions", schemaPath: "#/properties/versions/required", keyword: "required", params: { missingProperty: "translator" }, message: "must have required property 'translator'" };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (data3.butaneSpec === void 0) {
          const err17 = { instancePath: instancePath + "/versions", schemaPath: "#/properties/versions/required", keyword: "required", params: { missingProperty: "butaneSpec" }, message: "must have required property 'butaneSpec'" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        for (const key2 in data3) {
          if (!(key2 === "pilotlight" || key2 === "translator" || key2 === "butaneSpec")) {
            const err18 = { instancePath: instancePath + "/versions", schemaPath: "#/properties/versions/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data3.pilotlight !== void 0) {
          let data4 = data3.pilotlight;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err19 = { instancePath: instancePath + "/versions/pilotlight", schemaPath: "#/properties/versions/properties/pilotlight/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/versions/pilotlight", schemaPath: "#/properties/versions/properties/pilotlight/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data3.translator !== void 0) {
          let data5 = data3.translator;
          if (typeof data5 === "string") {
            if (func2(data5) < 1) {
              const err21 = { instancePath: instancePath + "/versions/translator", schemaPath: "#/properties/versions/properties/translator/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/versions/translator", schemaPath: "#/properties/versions/properties/translator/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data3.butaneSpec !== void 0) {
          let data6 = data3.butaneSpec;
          if (typeof data6 === "string") {
            if (func2(data6) < 1) {
              const err23 = { instancePath: instancePath + "/versions/butaneSpec", schemaPath: "#/properties/versions/properties/butaneSpec/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/versions/butaneSpec", schemaPath: "#/properties/versions/properties/butaneSpec/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/versions", schemaPath: "#/properties/versions/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.site !== void 0) {
      let data7 = data.site;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        if (data7.name === void 0) {
          const err26 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        if (data7.domain === void 0) {
          const err27 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/required", keyword: "required", params: { missingProperty: "domain" }, message: "must have required property 'domain'" };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (data7.router === void 0) {
          const err28 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/required", keyword: "required", params: { missingProperty: "router" }, message: "must have required property 'router'" };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (data7.unknownMachines === void 0) {
          const err29 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/required", keyword: "required", params: { missingProperty: "unknownMachines" }, message: "must have required property 'unknownMachines'" };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        for (const key3 in data7) {
          if (!(key3 === "name" || key3 === "domain" || key3 === "router" || key3 === "unknownMachines")) {
            const err30 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data7.name !== void 0) {
          let data8 = data7.name;
          if (typeof data8 === "string") {
            if (func2(data8) < 1) {
              const err31 = { instancePath: instancePath + "/site/name", schemaPath: "#/properties/site/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/site/name", schemaPath: "#/properties/site/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data7.domain !== void 0) {
          let data9 = data7.domain;
          if (typeof data9 === "string") {
            if (func2(data9) < 1) {
              const err33 = { instancePath: instancePath + "/site/domain", schemaPath: "#/properties/site/properties/domain/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          } else {
            const err34 = { instancePath: instancePath + "/site/domain", schemaPath: "#/properties/site/properties/domain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data7.router !== void 0) {
          let data10 = data7.router;
          if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
            if (data10.address === void 0) {
              const err35 = { instancePath: instancePath + "/site/router", schemaPath: "#/properties/site/properties/router/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data10.url === void 0) {
              const err36 = { instancePath: instancePath + "/site/router", schemaPath: "#/properties/site/properties/router/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            for (const key4 in data10) {
              if (!(key4 === "address" || key4 === "url")) {
                const err37 = { instancePath: instancePath + "/site/router", schemaPath: "#/properties/site/properties/router/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data10.address !== void 0) {
              let data11 = data10.address;
              if (typeof data11 === "string") {
                if (func2(data11) < 1) {
                  const err38 = { instancePath: instancePath + "/site/router/address", schemaPath: "#/properties/site/properties/router/properties/address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
              } else {
                const err39 = { instancePath: instancePath + "/site/router/address", schemaPath: "#/properties/site/properties/router/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
            if (data10.url !== void 0) {
              let data12 = data10.url;
              if (typeof data12 === "string") {
                if (func2(data12) < 1) {
                  const err40 = { instancePath: instancePath + "/site/router/url", schemaPath: "#/properties/site/properties/router/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err40];
                  } else {
                    vErrors.push(err40);
                  }
                  errors++;
                }
              } else {
                const err41 = { instancePath: instancePath + "/site/router/url", schemaPath: "#/properties/site/properties/router/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
          } else {
            const err42 = { instancePath: instancePath + "/site/router", schemaPath: "#/properties/site/properties/router/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
        if (data7.unknownMachines !== void 0) {
          let data13 = data7.unknownMachines;
          if (!(data13 === "ignore" || data13 === "localBoot" || data13 === "discover")) {
            const err43 = { instancePath: instancePath + "/site/unknownMachines", schemaPath: "#/properties/site/properties/unknownMachines/enum", keyword: "enum", params: { allowedValues: schema121.properties.site.properties.unknownMachines.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
      } else {
        const err44 = { instancePath: instancePath + "/site", schemaPath: "#/properties/site/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.cluster !== void 0) {
      let data14 = data.cluster;
      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
        if (data14.version === void 0) {
          const err45 = { instancePath: instancePath + "/cluster", schemaPath: "#/properties/cluster/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
        if (data14.source === void 0) {
          const err46 = { instancePath: instancePath + "/cluster", schemaPath: "#/properties/cluster/required", keyword: "required", params: { missingProperty: "source" }, message: "must have required property 'source'" };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
        if (data14.servers === void 0) {
          const err47 = { instancePath: instancePath + "/cluster", schemaPath: "#/properties/cluster/required", keyword: "required", params: { missingProperty: "servers" }, message: "must have required property 'servers'" };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
        if (data14.firstServer === void 0) {
          const err48 = { instancePath: instancePath + "/cluster", schemaPath: "#/properties/cluster/required", keyword: "required", params: { missingProperty: "firstServer" }, message: "must have required property 'firstServer'" };
          if (vErrors === null) {
            vErrors = [err48];
          } else {
            vErrors.push(err48);
          }
          errors++;
        }
        for (const key5 in data14) {
          if (!(key5 === "version" || key5 === "source" || key5 === "servers" || key5 === "firstServer" || key5 === "upgrade")) {
            const err49 = { instancePath: instancePath + "/cluster", schemaPath: "#/properties/cluster/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
        }
        if (data14.version !== void 0) {
          let data15 = data14.version;
          if (typeof data15 === "string") {
            if (func2(data15) < 1) {
              const err50 = { instancePath: instancePath + "/cluster/version", schemaPath: "#/properties/cluster/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
          } else {
            const err51 = { instancePath: instancePath + "/cluster/version", schemaPath: "#/properties/cluster/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
        if (data14.source !== void 0) {
          let data16 = data14.source;
          if (!(data16 === "router" || data16 === "upstream")) {
            const err52 = { instancePath: instancePath + "/cluster/source", schemaPath: "#/properties/cluster/properties/source/enum", keyword: "enum", params: { allowedValues: schema121.properties.cluster.properties.source.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
        }
        if (data14.servers !== void 0) {
          let data17 = data14.servers;
          if (Array.isArray(data17)) {
            const len0 = data17.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data18 = data17[i0];
              if (typeof data18 === "string") {
                if (func2(data18) < 1) {
                  const err53 = { instancePath: instancePath + "/cluster/servers/" + i0, schemaPath: "#/$defs/hostname/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err53];
                  } else {
                    vErrors.push(err53);
                  }
                  errors++;
                }
              } else {
                const err54 = { instancePath: instancePath + "/cluster/servers/" + i0, schemaPath: "#/$defs/hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
          } else {
            const err55 = { instancePath: instancePath + "/cluster/servers", schemaPath: "#/properties/cluster/properties/servers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
        }
        if (data14.firstServer !== void 0) {
          let data19 = data14.firstServer;
          if (typeof data19 === "string") {
            if (func2(data19) < 1) {
              const err56 = { instancePath: instancePath + "/cluster/firstServer", schemaPath: "#/$defs/hostname/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
          } else {
            const err57 = { instancePath: instancePath + "/cluster/firstServer", schemaPath: "#/$defs/hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
        }
        if (data14.upgrade !== void 0) {
          let data20 = data14.upgrade;
          if (!(data20 === "reimage" || data20 === "inPlace")) {
            const err58 = { instancePath: instancePath + "/cluster/upgrade", schemaPath: "#/properties/cluster/properties/upgrade/enum", keyword: "enum", params: { allowedValues: schema121.properties.cluster.properties.upgrade.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err58];
            } else {
              vErrors.push(err58);
            }
            errors++;
          }
        }
      } else {
        const err59 = { instancePath: instancePath + "/cluster", schemaPath: "#/properties/cluster/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
    }
    if (data.nodes !== void 0) {
      let data21 = data.nodes;
      if (Array.isArray(data21)) {
        const len1 = data21.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data22 = data21[i1];
          if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
            if (data22.name === void 0) {
              const err60 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
            if (data22.hostname === void 0) {
              const err61 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "hostname" }, message: "must have required property 'hostname'" };
              if (vErrors === null) {
                vErrors = [err61];
              } else {
                vErrors.push(err61);
              }
              errors++;
            }
            if (data22.role === void 0) {
              const err62 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "role" }, message: "must have required property 'role'" };
              if (vErrors === null) {
                vErrors = [err62];
              } else {
                vErrors.push(err62);
              }
              errors++;
            }
            if (data22.address === void 0) {
              const err63 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
              if (vErrors === null) {
                vErrors = [err63];
              } else {
                vErrors.push(err63);
              }
              errors++;
            }
            if (data22.macs === void 0) {
              const err64 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "macs" }, message: "must have required property 'macs'" };
              if (vErrors === null) {
                vErrors = [err64];
              } else {
                vErrors.push(err64);
              }
              errors++;
            }
            if (data22.architecture === void 0) {
              const err65 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
              if (vErrors === null) {
                vErrors = [err65];
              } else {
                vErrors.push(err65);
              }
              errors++;
            }
            if (data22.kernelArguments === void 0) {
              const err66 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "kernelArguments" }, message: "must have required property 'kernelArguments'" };
              if (vErrors === null) {
                vErrors = [err66];
              } else {
                vErrors.push(err66);
              }
              errors++;
            }
            if (data22.disks === void 0) {
              const err67 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "disks" }, message: "must have required property 'disks'" };
              if (vErrors === null) {
                vErrors = [err67];
              } else {
                vErrors.push(err67);
              }
              errors++;
            }
            if (data22.variants === void 0) {
              const err68 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "variants" }, message: "must have required property 'variants'" };
              if (vErrors === null) {
                vErrors = [err68];
              } else {
                vErrors.push(err68);
              }
              errors++;
            }
            if (data22.scripts === void 0) {
              const err69 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/required", keyword: "required", params: { missingProperty: "scripts" }, message: "must have required property 'scripts'" };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
            for (const key6 in data22) {
              if (!func1.call(schema121.properties.nodes.items.properties, key6)) {
                const err70 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err70];
                } else {
                  vErrors.push(err70);
                }
                errors++;
              }
            }
            if (data22.name !== void 0) {
              let data23 = data22.name;
              if (typeof data23 === "string") {
                if (func2(data23) < 1) {
                  const err71 = { instancePath: instancePath + "/nodes/" + i1 + "/name", schemaPath: "#/properties/nodes/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err71];
                  } else {
                    vErrors.push(err71);
                  }
                  errors++;
                }
              } else {
                const err72 = { instancePath: instancePath + "/nodes/" + i1 + "/name", schemaPath: "#/properties/nodes/items/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err72];
                } else {
                  vErrors.push(err72);
                }
                errors++;
              }
            }
            if (data22.hostname !== void 0) {
              let data24 = data22.hostname;
              if (typeof data24 === "string") {
                if (func2(data24) < 1) {
                  const err73 = { instancePath: instancePath + "/nodes/" + i1 + "/hostname", schemaPath: "#/$defs/hostname/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err73];
                  } else {
                    vErrors.push(err73);
                  }
                  errors++;
                }
              } else {
                const err74 = { instancePath: instancePath + "/nodes/" + i1 + "/hostname", schemaPath: "#/$defs/hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err74];
                } else {
                  vErrors.push(err74);
                }
                errors++;
              }
            }
            if (data22.role !== void 0) {
              let data25 = data22.role;
              if (!(data25 === "server" || data25 === "agent" || data25 === "none")) {
                const err75 = { instancePath: instancePath + "/nodes/" + i1 + "/role", schemaPath: "#/properties/nodes/items/properties/role/enum", keyword: "enum", params: { allowedValues: schema121.properties.nodes.items.properties.role.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err75];
                } else {
                  vErrors.push(err75);
                }
                errors++;
              }
            }
            if (data22.address !== void 0) {
              let data26 = data22.address;
              if (typeof data26 === "string") {
                if (func2(data26) < 1) {
                  const err76 = { instancePath: instancePath + "/nodes/" + i1 + "/address", schemaPath: "#/properties/nodes/items/properties/address/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err76];
                  } else {
                    vErrors.push(err76);
                  }
                  errors++;
                }
              } else {
                const err77 = { instancePath: instancePath + "/nodes/" + i1 + "/address", schemaPath: "#/properties/nodes/items/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err77];
                } else {
                  vErrors.push(err77);
                }
                errors++;
              }
            }
            if (data22.macs !== void 0) {
              let data27 = data22.macs;
              if (Array.isArray(data27)) {
                if (data27.length < 1) {
                  const err78 = { instancePath: instancePath + "/nodes/" + i1 + "/macs", schemaPath: "#/properties/nodes/items/properties/macs/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err78];
                  } else {
                    vErrors.push(err78);
                  }
                  errors++;
                }
                const len2 = data27.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data28 = data27[i2];
                  if (typeof data28 === "string") {
                    if (func2(data28) < 1) {
                      const err79 = { instancePath: instancePath + "/nodes/" + i1 + "/macs/" + i2, schemaPath: "#/properties/nodes/items/properties/macs/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err79];
                      } else {
                        vErrors.push(err79);
                      }
                      errors++;
                    }
                  } else {
                    const err80 = { instancePath: instancePath + "/nodes/" + i1 + "/macs/" + i2, schemaPath: "#/properties/nodes/items/properties/macs/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err80];
                    } else {
                      vErrors.push(err80);
                    }
                    errors++;
                  }
                }
              } else {
                const err81 = { instancePath: instancePath + "/nodes/" + i1 + "/macs", schemaPath: "#/properties/nodes/items/properties/macs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err81];
                } else {
                  vErrors.push(err81);
                }
                errors++;
              }
            }
            if (data22.architecture !== void 0) {
              let data29 = data22.architecture;
              if (!(data29 === "x86_64" || data29 === "aarch64")) {
                const err82 = { instancePath: instancePath + "/nodes/" + i1 + "/architecture", schemaPath: "#/properties/nodes/items/properties/architecture/enum", keyword: "enum", params: { allowedValues: schema121.properties.nodes.items.properties.architecture.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err82];
                } else {
                  vErrors.push(err82);
                }
                errors++;
              }
            }
            if (data22.coreos !== void 0) {
              let data30 = data22.coreos;
              if (typeof data30 === "string") {
                if (func2(data30) < 1) {
                  const err83 = { instancePath: instancePath + "/nodes/" + i1 + "/coreos", schemaPath: "#/properties/nodes/items/properties/coreos/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
              } else {
                const err84 = { instancePath: instancePath + "/nodes/" + i1 + "/coreos", schemaPath: "#/properties/nodes/items/properties/coreos/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err84];
                } else {
                  vErrors.push(err84);
                }
                errors++;
              }
            }
            if (data22.kernelArguments !== void 0) {
              let data31 = data22.kernelArguments;
              if (Array.isArray(data31)) {
                const len3 = data31.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data32 = data31[i3];
                  if (typeof data32 === "string") {
                    if (func2(data32) < 1) {
                      const err85 = { instancePath: instancePath + "/nodes/" + i1 + "/kernelArguments/" + i3, schemaPath: "#/properties/nodes/items/properties/kernelArguments/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err85];
                      } else {
                        vErrors.push(err85);
                      }
                      errors++;
                    }
                  } else {
                    const err86 = { instancePath: instancePath + "/nodes/" + i1 + "/kernelArguments/" + i3, schemaPath: "#/properties/nodes/items/properties/kernelArguments/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err86];
                    } else {
                      vErrors.push(err86);
                    }
                    errors++;
                  }
                }
              } else {
                const err87 = { instancePath: instancePath + "/nodes/" + i1 + "/kernelArguments", schemaPath: "#/properties/nodes/items/properties/kernelArguments/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err87];
                } else {
                  vErrors.push(err87);
                }
                errors++;
              }
            }
            if (data22.disks !== void 0) {
              let data33 = data22.disks;
              if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
                if (data33.install === void 0) {
                  const err88 = { instancePath: instancePath + "/nodes/" + i1 + "/disks", schemaPath: "#/properties/nodes/items/properties/disks/required", keyword: "required", params: { missingProperty: "install" }, message: "must have required property 'install'" };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
                if (data33.keepPartitions === void 0) {
                  const err89 = { instancePath: instancePath + "/nodes/" + i1 + "/disks", schemaPath: "#/properties/nodes/items/properties/disks/required", keyword: "required", params: { missingProperty: "keepPartitions" }, message: "must have required property 'keepPartitions'" };
                  if (vErrors === null) {
                    vErrors = [err89];
                  } else {
                    vErrors.push(err89);
                  }
                  errors++;
                }
                if (data33.extra === void 0) {
                  const err90 = { instancePath: instancePath + "/nodes/" + i1 + "/disks", schemaPath: "#/properties/nodes/items/properties/disks/required", keyword: "required", params: { missingProperty: "extra" }, message: "must have required property 'extra'" };
                  if (vErrors === null) {
                    vErrors = [err90];
                  } else {
                    vErrors.push(err90);
                  }
                  errors++;
                }
                for (const key7 in data33) {
                  if (!(key7 === "install" || key7 === "keepPartitions" || key7 === "extra")) {
                    const err91 = { instancePath: instancePath + "/nodes/" + i1 + "/disks", schemaPath: "#/properties/nodes/items/properties/disks/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err91];
                    } else {
                      vErrors.push(err91);
                    }
                    errors++;
                  }
                }
                if (data33.install !== void 0) {
                  let data34 = data33.install;
                  if (typeof data34 === "string") {
                    if (func2(data34) < 1) {
                      const err92 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/install", schemaPath: "#/properties/nodes/items/properties/disks/properties/install/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err92];
                      } else {
                        vErrors.push(err92);
                      }
                      errors++;
                    }
                  } else {
                    const err93 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/install", schemaPath: "#/properties/nodes/items/properties/disks/properties/install/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err93];
                    } else {
                      vErrors.push(err93);
                    }
                    errors++;
                  }
                }
                if (data33.keepPartitions !== void 0) {
                  let data35 = data33.keepPartitions;
                  if (Array.isArray(data35)) {
                    const len4 = data35.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data36 = data35[i4];
                      if (typeof data36 === "string") {
                        if (func2(data36) < 1) {
                          const err94 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/keepPartitions/" + i4, schemaPath: "#/properties/nodes/items/properties/disks/properties/keepPartitions/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err94];
                          } else {
                            vErrors.push(err94);
                          }
                          errors++;
                        }
                      } else {
                        const err95 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/keepPartitions/" + i4, schemaPath: "#/properties/nodes/items/properties/disks/properties/keepPartitions/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err95];
                        } else {
                          vErrors.push(err95);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err96 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/keepPartitions", schemaPath: "#/properties/nodes/items/properties/disks/properties/keepPartitions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err96];
                    } else {
                      vErrors.push(err96);
                    }
                    errors++;
                  }
                }
                if (data33.extra !== void 0) {
                  let data37 = data33.extra;
                  if (Array.isArray(data37)) {
                    const len5 = data37.length;
                    for (let i5 = 0; i5 < len5; i5++) {
                      let data38 = data37[i5];
                      if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
                        if (data38.device === void 0) {
                          const err97 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5, schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/required", keyword: "required", params: { missingProperty: "device" }, message: "must have required property 'device'" };
                          if (vErrors === null) {
                            vErrors = [err97];
                          } else {
                            vErrors.push(err97);
                          }
                          errors++;
                        }
                        if (data38.filesystem === void 0) {
                          const err98 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5, schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/required", keyword: "required", params: { missingProperty: "filesystem" }, message: "must have required property 'filesystem'" };
                          if (vErrors === null) {
                            vErrors = [err98];
                          } else {
                            vErrors.push(err98);
                          }
                          errors++;
                        }
                        if (data38.label === void 0) {
                          const err99 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5, schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/required", keyword: "required", params: { missingProperty: "label" }, message: "must have required property 'label'" };
                          if (vErrors === null) {
                            vErrors = [err99];
                          } else {
                            vErrors.push(err99);
                          }
                          errors++;
                        }
                        if (data38.wipe === void 0) {
                          const err100 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5, schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/required", keyword: "required", params: { missingProperty: "wipe" }, message: "must have required property 'wipe'" };
                          if (vErrors === null) {
                            vErrors = [err100];
                          } else {
                            vErrors.push(err100);
                          }
                          errors++;
                        }
                        for (const key8 in data38) {
                          if (!(key8 === "device" || key8 === "filesystem" || key8 === "label" || key8 === "mount" || key8 === "wipe")) {
                            const err101 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5, schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                            if (vErrors === null) {
                              vErrors = [err101];
                            } else {
                              vErrors.push(err101);
                            }
                            errors++;
                          }
                        }
                        if (data38.device !== void 0) {
                          let data39 = data38.device;
                          if (typeof data39 === "string") {
                            if (func2(data39) < 1) {
                              const err102 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5 + "/device", schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/properties/device/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err102];
                              } else {
                                vErrors.push(err102);
                              }
                              errors++;
                            }
                          } else {
                            const err103 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5 + "/device", schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/properties/device/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err103];
                            } else {
                              vErrors.push(err103);
                            }
                            errors++;
                          }
                        }
                        if (data38.filesystem !== void 0) {
                          let data40 = data38.filesystem;
                          if (typeof data40 === "string") {
                            if (func2(data40) < 1) {
                              const err104 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5 + "/filesystem", schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/properties/filesystem/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err104];
                              } else {
                                vErrors.push(err104);
                              }
                              errors++;
                            }
                          } else {
                            const err105 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5 + "/filesystem", schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/properties/filesystem/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err105];
                            } else {
                              vErrors.push(err105);
                            }
                            errors++;
                          }
                        }
                        if (data38.label !== void 0) {
                          let data41 = data38.label;
                          if (typeof data41 === "string") {
                            if (func2(data41) < 1) {
                              const err106 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5 + "/label", schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/properties/label/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err106];
                              } else {
                                vErrors.push(err106);
                              }
                              errors++;
                            }
                          } else {
                            const err107 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5 + "/label", schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/properties/label/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err107];
                            } else {
                              vErrors.push(err107);
                            }
                            errors++;
                          }
                        }
                        if (data38.mount !== void 0) {
                          let data42 = data38.mount;
                          if (typeof data42 === "string") {
                            if (func2(data42) < 1) {
                              const err108 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5 + "/mount", schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/properties/mount/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                              if (vErrors === null) {
                                vErrors = [err108];
                              } else {
                                vErrors.push(err108);
                              }
                              errors++;
                            }
                          } else {
                            const err109 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5 + "/mount", schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/properties/mount/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                            if (vErrors === null) {
                              vErrors = [err109];
                            } else {
                              vErrors.push(err109);
                            }
                            errors++;
                          }
                        }
                        if (data38.wipe !== void 0) {
                          if (typeof data38.wipe !== "boolean") {
                            const err110 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5 + "/wipe", schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/properties/wipe/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                            if (vErrors === null) {
                              vErrors = [err110];
                            } else {
                              vErrors.push(err110);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err111 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra/" + i5, schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        if (vErrors === null) {
                          vErrors = [err111];
                        } else {
                          vErrors.push(err111);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err112 = { instancePath: instancePath + "/nodes/" + i1 + "/disks/extra", schemaPath: "#/properties/nodes/items/properties/disks/properties/extra/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err112];
                    } else {
                      vErrors.push(err112);
                    }
                    errors++;
                  }
                }
              } else {
                const err113 = { instancePath: instancePath + "/nodes/" + i1 + "/disks", schemaPath: "#/properties/nodes/items/properties/disks/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err113];
                } else {
                  vErrors.push(err113);
                }
                errors++;
              }
            }
            if (data22.variants !== void 0) {
              let data44 = data22.variants;
              if (Array.isArray(data44)) {
                if (data44.length < 1) {
                  const err114 = { instancePath: instancePath + "/nodes/" + i1 + "/variants", schemaPath: "#/properties/nodes/items/properties/variants/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err114];
                  } else {
                    vErrors.push(err114);
                  }
                  errors++;
                }
                const len6 = data44.length;
                for (let i6 = 0; i6 < len6; i6++) {
                  let data45 = data44[i6];
                  if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
                    if (data45.variant === void 0) {
                      const err115 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6, schemaPath: "#/properties/nodes/items/properties/variants/items/required", keyword: "required", params: { missingProperty: "variant" }, message: "must have required property 'variant'" };
                      if (vErrors === null) {
                        vErrors = [err115];
                      } else {
                        vErrors.push(err115);
                      }
                      errors++;
                    }
                    if (data45.digest === void 0) {
                      const err116 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6, schemaPath: "#/properties/nodes/items/properties/variants/items/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'" };
                      if (vErrors === null) {
                        vErrors = [err116];
                      } else {
                        vErrors.push(err116);
                      }
                      errors++;
                    }
                    if (data45.config === void 0) {
                      const err117 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6, schemaPath: "#/properties/nodes/items/properties/variants/items/required", keyword: "required", params: { missingProperty: "config" }, message: "must have required property 'config'" };
                      if (vErrors === null) {
                        vErrors = [err117];
                      } else {
                        vErrors.push(err117);
                      }
                      errors++;
                    }
                    if (data45.ignition === void 0) {
                      const err118 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6, schemaPath: "#/properties/nodes/items/properties/variants/items/required", keyword: "required", params: { missingProperty: "ignition" }, message: "must have required property 'ignition'" };
                      if (vErrors === null) {
                        vErrors = [err118];
                      } else {
                        vErrors.push(err118);
                      }
                      errors++;
                    }
                    if (data45.install === void 0) {
                      const err119 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6, schemaPath: "#/properties/nodes/items/properties/variants/items/required", keyword: "required", params: { missingProperty: "install" }, message: "must have required property 'install'" };
                      if (vErrors === null) {
                        vErrors = [err119];
                      } else {
                        vErrors.push(err119);
                      }
                      errors++;
                    }
                    for (const key9 in data45) {
                      if (!(key9 === "variant" || key9 === "digest" || key9 === "config" || key9 === "ignition" || key9 === "install")) {
                        const err120 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6, schemaPath: "#/properties/nodes/items/properties/variants/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err120];
                        } else {
                          vErrors.push(err120);
                        }
                        errors++;
                      }
                    }
                    if (data45.variant !== void 0) {
                      let data46 = data45.variant;
                      if (!(data46 === "bootstrap" || data46 === "join" || data46 === "agent" || data46 === "none")) {
                        const err121 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6 + "/variant", schemaPath: "#/properties/nodes/items/properties/variants/items/properties/variant/enum", keyword: "enum", params: { allowedValues: schema121.properties.nodes.items.properties.variants.items.properties.variant.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err121];
                        } else {
                          vErrors.push(err121);
                        }
                        errors++;
                      }
                    }
                    if (data45.digest !== void 0) {
                      let data47 = data45.digest;
                      if (typeof data47 === "string") {
                        if (!pattern35.test(data47)) {
                          const err122 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6 + "/digest", schemaPath: "#/$defs/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
                          if (vErrors === null) {
                            vErrors = [err122];
                          } else {
                            vErrors.push(err122);
                          }
                          errors++;
                        }
                      } else {
                        const err123 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6 + "/digest", schemaPath: "#/$defs/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err123];
                        } else {
                          vErrors.push(err123);
                        }
                        errors++;
                      }
                    }
                    if (data45.config !== void 0) {
                      let data48 = data45.config;
                      if (typeof data48 === "string") {
                        if (func2(data48) < 1) {
                          const err124 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6 + "/config", schemaPath: "#/$defs/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err124];
                          } else {
                            vErrors.push(err124);
                          }
                          errors++;
                        }
                      } else {
                        const err125 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6 + "/config", schemaPath: "#/$defs/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err125];
                        } else {
                          vErrors.push(err125);
                        }
                        errors++;
                      }
                    }
                    if (data45.ignition !== void 0) {
                      let data49 = data45.ignition;
                      if (typeof data49 === "string") {
                        if (func2(data49) < 1) {
                          const err126 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6 + "/ignition", schemaPath: "#/$defs/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err126];
                          } else {
                            vErrors.push(err126);
                          }
                          errors++;
                        }
                      } else {
                        const err127 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6 + "/ignition", schemaPath: "#/$defs/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err127];
                        } else {
                          vErrors.push(err127);
                        }
                        errors++;
                      }
                    }
                    if (data45.install !== void 0) {
                      let data50 = data45.install;
                      if (typeof data50 === "string") {
                        if (func2(data50) < 1) {
                          const err128 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6 + "/install", schemaPath: "#/$defs/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          if (vErrors === null) {
                            vErrors = [err128];
                          } else {
                            vErrors.push(err128);
                          }
                          errors++;
                        }
                      } else {
                        const err129 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6 + "/install", schemaPath: "#/$defs/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err129];
                        } else {
                          vErrors.push(err129);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err130 = { instancePath: instancePath + "/nodes/" + i1 + "/variants/" + i6, schemaPath: "#/properties/nodes/items/properties/variants/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    if (vErrors === null) {
                      vErrors = [err130];
                    } else {
                      vErrors.push(err130);
                    }
                    errors++;
                  }
                }
              } else {
                const err131 = { instancePath: instancePath + "/nodes/" + i1 + "/variants", schemaPath: "#/properties/nodes/items/properties/variants/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err131];
                } else {
                  vErrors.push(err131);
                }
                errors++;
              }
            }
            if (data22.scripts !== void 0) {
              let data51 = data22.scripts;
              if (Array.isArray(data51)) {
                const len7 = data51.length;
                for (let i7 = 0; i7 < len7; i7++) {
                  let data52 = data51[i7];
                  if (typeof data52 === "string") {
                    if (func2(data52) < 1) {
                      const err132 = { instancePath: instancePath + "/nodes/" + i1 + "/scripts/" + i7, schemaPath: "#/$defs/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err132];
                      } else {
                        vErrors.push(err132);
                      }
                      errors++;
                    }
                  } else {
                    const err133 = { instancePath: instancePath + "/nodes/" + i1 + "/scripts/" + i7, schemaPath: "#/$defs/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err133];
                    } else {
                      vErrors.push(err133);
                    }
                    errors++;
                  }
                }
              } else {
                const err134 = { instancePath: instancePath + "/nodes/" + i1 + "/scripts", schemaPath: "#/properties/nodes/items/properties/scripts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err134];
                } else {
                  vErrors.push(err134);
                }
                errors++;
              }
            }
          } else {
            const err135 = { instancePath: instancePath + "/nodes/" + i1, schemaPath: "#/properties/nodes/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err135];
            } else {
              vErrors.push(err135);
            }
            errors++;
          }
        }
      } else {
        const err136 = { instancePath: instancePath + "/nodes", schemaPath: "#/properties/nodes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err136];
        } else {
          vErrors.push(err136);
        }
        errors++;
      }
    }
    if (data.files !== void 0) {
      let data53 = data.files;
      if (Array.isArray(data53)) {
        const len8 = data53.length;
        for (let i8 = 0; i8 < len8; i8++) {
          let data54 = data53[i8];
          if (data54 && typeof data54 == "object" && !Array.isArray(data54)) {
            if (data54.path === void 0) {
              const err137 = { instancePath: instancePath + "/files/" + i8, schemaPath: "#/properties/files/items/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
              if (vErrors === null) {
                vErrors = [err137];
              } else {
                vErrors.push(err137);
              }
              errors++;
            }
            if (data54.sha256 === void 0) {
              const err138 = { instancePath: instancePath + "/files/" + i8, schemaPath: "#/properties/files/items/required", keyword: "required", params: { missingProperty: "sha256" }, message: "must have required property 'sha256'" };
              if (vErrors === null) {
                vErrors = [err138];
              } else {
                vErrors.push(err138);
              }
              errors++;
            }
            if (data54.size === void 0) {
              const err139 = { instancePath: instancePath + "/files/" + i8, schemaPath: "#/properties/files/items/required", keyword: "required", params: { missingProperty: "size" }, message: "must have required property 'size'" };
              if (vErrors === null) {
                vErrors = [err139];
              } else {
                vErrors.push(err139);
              }
              errors++;
            }
            for (const key10 in data54) {
              if (!(key10 === "path" || key10 === "sha256" || key10 === "size")) {
                const err140 = { instancePath: instancePath + "/files/" + i8, schemaPath: "#/properties/files/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err140];
                } else {
                  vErrors.push(err140);
                }
                errors++;
              }
            }
            if (data54.path !== void 0) {
              let data55 = data54.path;
              if (typeof data55 === "string") {
                if (func2(data55) < 1) {
                  const err141 = { instancePath: instancePath + "/files/" + i8 + "/path", schemaPath: "#/$defs/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err141];
                  } else {
                    vErrors.push(err141);
                  }
                  errors++;
                }
              } else {
                const err142 = { instancePath: instancePath + "/files/" + i8 + "/path", schemaPath: "#/$defs/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err142];
                } else {
                  vErrors.push(err142);
                }
                errors++;
              }
            }
            if (data54.sha256 !== void 0) {
              let data56 = data54.sha256;
              if (typeof data56 === "string") {
                if (!pattern35.test(data56)) {
                  const err143 = { instancePath: instancePath + "/files/" + i8 + "/sha256", schemaPath: "#/$defs/sha256/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' };
                  if (vErrors === null) {
                    vErrors = [err143];
                  } else {
                    vErrors.push(err143);
                  }
                  errors++;
                }
              } else {
                const err144 = { instancePath: instancePath + "/files/" + i8 + "/sha256", schemaPath: "#/$defs/sha256/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err144];
                } else {
                  vErrors.push(err144);
                }
                errors++;
              }
            }
            if (data54.size !== void 0) {
              let data57 = data54.size;
              if (!(typeof data57 == "number" && (!(data57 % 1) && !isNaN(data57)) && isFinite(data57))) {
                const err145 = { instancePath: instancePath + "/files/" + i8 + "/size", schemaPath: "#/properties/files/items/properties/size/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err145];
                } else {
                  vErrors.push(err145);
                }
                errors++;
              }
              if (typeof data57 == "number" && isFinite(data57)) {
                if (data57 < 0 || isNaN(data57)) {
                  const err146 = { instancePath: instancePath + "/files/" + i8 + "/size", schemaPath: "#/properties/files/items/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                  if (vErrors === null) {
                    vErrors = [err146];
                  } else {
                    vErrors.push(err146);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err147 = { instancePath: instancePath + "/files/" + i8, schemaPath: "#/properties/files/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err147];
            } else {
              vErrors.push(err147);
            }
            errors++;
          }
        }
      } else {
        const err148 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err148];
        } else {
          vErrors.push(err148);
        }
        errors++;
      }
    }
    if (data.images !== void 0) {
      let data58 = data.images;
      if (Array.isArray(data58)) {
        const len9 = data58.length;
        for (let i9 = 0; i9 < len9; i9++) {
          let data59 = data58[i9];
          if (data59 && typeof data59 == "object" && !Array.isArray(data59)) {
            if (data59.version === void 0) {
              const err149 = { instancePath: instancePath + "/images/" + i9, schemaPath: "#/properties/images/items/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
              if (vErrors === null) {
                vErrors = [err149];
              } else {
                vErrors.push(err149);
              }
              errors++;
            }
            if (data59.stream === void 0) {
              const err150 = { instancePath: instancePath + "/images/" + i9, schemaPath: "#/properties/images/items/required", keyword: "required", params: { missingProperty: "stream" }, message: "must have required property 'stream'" };
              if (vErrors === null) {
                vErrors = [err150];
              } else {
                vErrors.push(err150);
              }
              errors++;
            }
            if (data59.architecture === void 0) {
              const err151 = { instancePath: instancePath + "/images/" + i9, schemaPath: "#/properties/images/items/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
              if (vErrors === null) {
                vErrors = [err151];
              } else {
                vErrors.push(err151);
              }
              errors++;
            }
            if (data59.kernel === void 0) {
              const err152 = { instancePath: instancePath + "/images/" + i9, schemaPath: "#/properties/images/items/required", keyword: "required", params: { missingProperty: "kernel" }, message: "must have required property 'kernel'" };
              if (vErrors === null) {
                vErrors = [err152];
              } else {
                vErrors.push(err152);
              }
              errors++;
            }
            if (data59.initramfs === void 0) {
              const err153 = { instancePath: instancePath + "/images/" + i9, schemaPath: "#/properties/images/items/required", keyword: "required", params: { missingProperty: "initramfs" }, message: "must have required property 'initramfs'" };
              if (vErrors === null) {
                vErrors = [err153];
              } else {
                vErrors.push(err153);
              }
              errors++;
            }
            if (data59.rootfs === void 0) {
              const err154 = { instancePath: instancePath + "/images/" + i9, schemaPath: "#/properties/images/items/required", keyword: "required", params: { missingProperty: "rootfs" }, message: "must have required property 'rootfs'" };
              if (vErrors === null) {
                vErrors = [err154];
              } else {
                vErrors.push(err154);
              }
              errors++;
            }
            for (const key11 in data59) {
              if (!(key11 === "version" || key11 === "stream" || key11 === "architecture" || key11 === "kernel" || key11 === "initramfs" || key11 === "rootfs" || key11 === "metalImage")) {
                const err155 = { instancePath: instancePath + "/images/" + i9, schemaPath: "#/properties/images/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err155];
                } else {
                  vErrors.push(err155);
                }
                errors++;
              }
            }
            if (data59.version !== void 0) {
              let data60 = data59.version;
              if (typeof data60 === "string") {
                if (func2(data60) < 1) {
                  const err156 = { instancePath: instancePath + "/images/" + i9 + "/version", schemaPath: "#/properties/images/items/properties/version/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err156];
                  } else {
                    vErrors.push(err156);
                  }
                  errors++;
                }
              } else {
                const err157 = { instancePath: instancePath + "/images/" + i9 + "/version", schemaPath: "#/properties/images/items/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err157];
                } else {
                  vErrors.push(err157);
                }
                errors++;
              }
            }
            if (data59.stream !== void 0) {
              let data61 = data59.stream;
              if (typeof data61 === "string") {
                if (func2(data61) < 1) {
                  const err158 = { instancePath: instancePath + "/images/" + i9 + "/stream", schemaPath: "#/properties/images/items/properties/stream/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err158];
                  } else {
                    vErrors.push(err158);
                  }
                  errors++;
                }
              } else {
                const err159 = { instancePath: instancePath + "/images/" + i9 + "/stream", schemaPath: "#/properties/images/items/properties/stream/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err159];
                } else {
                  vErrors.push(err159);
                }
                errors++;
              }
            }
            if (data59.architecture !== void 0) {
              let data62 = data59.architecture;
              if (!(data62 === "x86_64" || data62 === "aarch64")) {
                const err160 = { instancePath: instancePath + "/images/" + i9 + "/architecture", schemaPath: "#/properties/images/items/properties/architecture/enum", keyword: "enum", params: { allowedValues: schema121.properties.images.items.properties.architecture.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err160];
                } else {
                  vErrors.push(err160);
                }
                errors++;
              }
            }
            if (data59.kernel !== void 0) {
              if (!validate64(data59.kernel, { instancePath: instancePath + "/images/" + i9 + "/kernel", parentData: data59, parentDataProperty: "kernel", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                errors = vErrors.length;
              }
            }
            if (data59.initramfs !== void 0) {
              if (!validate64(data59.initramfs, { instancePath: instancePath + "/images/" + i9 + "/initramfs", parentData: data59, parentDataProperty: "initramfs", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                errors = vErrors.length;
              }
            }
            if (data59.rootfs !== void 0) {
              if (!validate64(data59.rootfs, { instancePath: instancePath + "/images/" + i9 + "/rootfs", parentData: data59, parentDataProperty: "rootfs", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                errors = vErrors.length;
              }
            }
            if (data59.metalImage !== void 0) {
              if (!validate64(data59.metalImage, { instancePath: instancePath + "/images/" + i9 + "/metalImage", parentData: data59, parentDataProperty: "metalImage", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err161 = { instancePath: instancePath + "/images/" + i9, schemaPath: "#/properties/images/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err161];
            } else {
              vErrors.push(err161);
            }
            errors++;
          }
        }
      } else {
        const err162 = { instancePath: instancePath + "/images", schemaPath: "#/properties/images/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err162];
        } else {
          vErrors.push(err162);
        }
        errors++;
      }
    }
    if (data.k3s !== void 0) {
      let data67 = data.k3s;
      if (Array.isArray(data67)) {
        if (data67.length < 1) {
          const err163 = { instancePath: instancePath + "/k3s", schemaPath: "#/properties/k3s/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err163];
          } else {
            vErrors.push(err163);
          }
          errors++;
        }
        const len10 = data67.length;
        for (let i10 = 0; i10 < len10; i10++) {
          let data68 = data67[i10];
          if (data68 && typeof data68 == "object" && !Array.isArray(data68)) {
            if (data68.version === void 0) {
              const err164 = { instancePath: instancePath + "/k3s/" + i10, schemaPath: "#/properties/k3s/items/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
              if (vErrors === null) {
                vErrors = [err164];
              } else {
                vErrors.push(err164);
              }
              errors++;
            }
            if (data68.architecture === void 0) {
              const err165 = { instancePath: instancePath + "/k3s/" + i10, schemaPath: "#/properties/k3s/items/required", keyword: "required", params: { missingProperty: "architecture" }, message: "must have required property 'architecture'" };
              if (vErrors === null) {
                vErrors = [err165];
              } else {
                vErrors.push(err165);
              }
              errors++;
            }
            if (data68.files === void 0) {
              const err166 = { instancePath: instancePath + "/k3s/" + i10, schemaPath: "#/properties/k3s/items/required", keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'" };
              if (vErrors === null) {
                vErrors = [err166];
              } else {
                vErrors.push(err166);
              }
              errors++;
            }
            for (const key12 in data68) {
              if (!(key12 === "version" || key12 === "architecture" || key12 === "files")) {
                const err167 = { instancePath: instancePath + "/k3s/" + i10, schemaPath: "#/properties/k3s/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err167];
                } else {
                  vErrors.push(err167);
                }
                errors++;
              }
            }
            if (data68.version !== void 0) {
              let data69 = data68.version;
              if (typeof data69 === "string") {
                if (!pattern79.test(data69)) {
                  const err168 = { instancePath: instancePath + "/k3s/" + i10 + "/version", schemaPath: "#/properties/k3s/items/properties/version/pattern", keyword: "pattern", params: { pattern: "^v[0-9]+\\.[0-9]+\\.[0-9]+(-rc[0-9]+)?\\+k3s[0-9]+$" }, message: 'must match pattern "^v[0-9]+\\.[0-9]+\\.[0-9]+(-rc[0-9]+)?\\+k3s[0-9]+$"' };
                  if (vErrors === null) {
                    vErrors = [err168];
                  } else {
                    vErrors.push(err168);
                  }
                  errors++;
                }
              } else {
                const err169 = { instancePath: instancePath + "/k3s/" + i10 + "/version", schemaPath: "#/properties/k3s/items/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err169];
                } else {
                  vErrors.push(err169);
                }
                errors++;
              }
            }
            if (data68.architecture !== void 0) {
              let data70 = data68.architecture;
              if (!(data70 === "x86_64" || data70 === "aarch64")) {
                const err170 = { instancePath: instancePath + "/k3s/" + i10 + "/architecture", schemaPath: "#/properties/k3s/items/properties/architecture/enum", keyword: "enum", params: { allowedValues: schema121.properties.k3s.items.properties.architecture.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err170];
                } else {
                  vErrors.push(err170);
                }
                errors++;
              }
            }
            if (data68.files !== void 0) {
              let data71 = data68.files;
              if (Array.isArray(data71)) {
                if (data71.length < 1) {
                  const err171 = { instancePath: instancePath + "/k3s/" + i10 + "/files", schemaPath: "#/properties/k3s/items/properties/files/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err171];
                  } else {
                    vErrors.push(err171);
                  }
                  errors++;
                }
                const len11 = data71.length;
                for (let i11 = 0; i11 < len11; i11++) {
                  if (!validate64(data71[i11], { instancePath: instancePath + "/k3s/" + i10 + "/files/" + i11, parentData: data71, parentDataProperty: i11, rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                    errors = vErrors.length;
                  }
                }
              } else {
                const err172 = { instancePath: instancePath + "/k3s/" + i10 + "/files", schemaPath: "#/properties/k3s/items/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err172];
                } else {
                  vErrors.push(err172);
                }
                errors++;
              }
            }
          } else {
            const err173 = { instancePath: instancePath + "/k3s/" + i10, schemaPath: "#/properties/k3s/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err173];
            } else {
              vErrors.push(err173);
            }
            errors++;
          }
        }
      } else {
        const err174 = { instancePath: instancePath + "/k3s", schemaPath: "#/properties/k3s/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err174];
        } else {
          vErrors.push(err174);
        }
        errors++;
      }
    }
    if (data.secrets !== void 0) {
      let data73 = data.secrets;
      if (Array.isArray(data73)) {
        const len12 = data73.length;
        for (let i12 = 0; i12 < len12; i12++) {
          let data74 = data73[i12];
          if (data74 && typeof data74 == "object" && !Array.isArray(data74)) {
            if (data74.secret === void 0) {
              const err175 = { instancePath: instancePath + "/secrets/" + i12, schemaPath: "#/properties/secrets/items/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
              if (vErrors === null) {
                vErrors = [err175];
              } else {
                vErrors.push(err175);
              }
              errors++;
            }
            if (data74.version === void 0) {
              const err176 = { instancePath: instancePath + "/secrets/" + i12, schemaPath: "#/properties/secrets/items/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
              if (vErrors === null) {
                vErrors = [err176];
              } else {
                vErrors.push(err176);
              }
              errors++;
            }
            for (const key13 in data74) {
              if (!(key13 === "secret" || key13 === "version")) {
                const err177 = { instancePath: instancePath + "/secrets/" + i12, schemaPath: "#/properties/secrets/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err177];
                } else {
                  vErrors.push(err177);
                }
                errors++;
              }
            }
            if (data74.secret !== void 0) {
              let data75 = data74.secret;
              if (typeof data75 === "string") {
                if (func2(data75) < 1) {
                  const err178 = { instancePath: instancePath + "/secrets/" + i12 + "/secret", schemaPath: "#/properties/secrets/items/properties/secret/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err178];
                  } else {
                    vErrors.push(err178);
                  }
                  errors++;
                }
              } else {
                const err179 = { instancePath: instancePath + "/secrets/" + i12 + "/secret", schemaPath: "#/properties/secrets/items/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err179];
                } else {
                  vErrors.push(err179);
                }
                errors++;
              }
            }
            if (data74.version !== void 0) {
              let data76 = data74.version;
              if (!(typeof data76 == "number" && (!(data76 % 1) && !isNaN(data76)) && isFinite(data76))) {
                const err180 = { instancePath: instancePath + "/secrets/" + i12 + "/version", schemaPath: "#/properties/secrets/items/properties/version/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err180];
                } else {
                  vErrors.push(err180);
                }
                errors++;
              }
              if (typeof data76 == "number" && isFinite(data76)) {
                if (data76 < 1 || isNaN(data76)) {
                  const err181 = { instancePath: instancePath + "/secrets/" + i12 + "/version", schemaPath: "#/properties/secrets/items/properties/version/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err181];
                  } else {
                    vErrors.push(err181);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err182 = { instancePath: instancePath + "/secrets/" + i12, schemaPath: "#/properties/secrets/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err182];
            } else {
              vErrors.push(err182);
            }
            errors++;
          }
        }
      } else {
        const err183 = { instancePath: instancePath + "/secrets", schemaPath: "#/properties/secrets/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err183];
        } else {
          vErrors.push(err183);
        }
        errors++;
      }
    }
  } else {
    const err184 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err184];
    } else {
      vErrors.push(err184);
    }
    errors++;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateImagesLock,
  validateManifest,
  validateNode,
  validateSite
};
